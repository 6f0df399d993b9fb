using System.Globalization;
using Maillage.Network.Organisations;
using Maillage.Network.Territories;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;

namespace Maillage.Web.Api;

/// <summary>Something found.</summary>
public sealed record SearchItem(
    string Type, string Id, string Title, string? Subtitle, string Url, double Score, double? DistanceKm, string? PlaceName, int PlaceCount, int PlacesMatching)
{
    internal static SearchItem Of(SearchHit hit, ApiRequest request) => new(
        hit.Type, hit.Id, hit.Title, hit.Subtitle, request.Address(FoundPages.Path(hit)), Math.Round(hit.Score, 3), OrganisationItem.Rounded(hit.DistanceKm),
        hit.Place, hit.Place is null ? 0 : hit.Places, hit.Place is null ? 0 : hit.PlacesFound);
}

/// <summary>The commune that the words name.</summary>
public sealed record AroundItem(string Name, string Department, double Latitude, double Longitude, double RadiusKm);

/// <summary>One page of what was found, with how many there are of each type, and of each value when facets were asked for.</summary>
public sealed record SearchResults(
    IReadOnlyList<SearchItem> Items,
    int Total,
    int Page,
    int PageSize,
    bool Widened,
    IReadOnlyList<SpellingCorrection> Corrections,
    AroundItem? Around,
    IReadOnlyDictionary<string, int> Types,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? Facets);

/// <summary>The search: everything, or what completes a word being typed.</summary>
internal static class SearchApi
{
    private const int Suggestions = 8;

    private static readonly QueryParameter<string?> Text = QueryParameters.Text("q", SearchQuery.TextMaxLength, "nautisme");

    private static readonly QueryParameter<string?> Type = new("type", null, (text, _) =>
        FoundPages.Types.Contains(text, StringComparer.Ordinal) ? text : new Problem(ApiProblems.UnknownValue, "type"))
    {
        Example = "campus",
        Schema = new ParameterSchema("string") { Values = FoundPages.Types },
    };

    private static readonly QueryParameter<OrganisationStatus?> Status = QueryParameters.OneOf<OrganisationStatus>("status", "public");

    /// <summary>The parameters that narrow, beside the type.</summary>
    private static readonly IReadOnlyList<QueryParameter> Narrowing =
        [CatalogueQuery.Level, CatalogueQuery.Mode, NetworkQuery.Sector, NetworkQuery.Region, NetworkQuery.Department, Status, NetworkQuery.Campus];

    private static readonly QueryParameter<bool> Facets = new("facets", false, (text, _) =>
        bool.TryParse(text, out var wanted) ? wanted : new Problem(ApiProblems.UnknownValue, "facets"))
    {
        Example = "true",
        Schema = new ParameterSchema("boolean") { Default = "false" },
    };

    private static readonly QueryParameter<GeoPoint?> Near = QueryParameters.Point("near", "47.2184,-1.5536");

    private static readonly QueryParameter<double?> RadiusKm =
        QueryParameters.Kilometres("radiusKm", SearchQuery.MaxRadiusKm, SearchQuery.DefaultRadiusKm, "10");

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/search", new ApiOperation("search", "search",
                [Text, Type, .. Narrowing, Near, RadiusKm, Facets, Paging.Page, Paging.PageSize]), FindAsync)
            .Produces<SearchResults>();
        routes.MapRead("/suggest", new ApiOperation("search", "suggest", [Text]), SuggestAsync)
            .Produces<Paged<SearchItem>>();
    }

    private static async Task<IResult> FindAsync(ApiRequest request, CancellationToken ct)
    {
        var query = request.Query;
        if (query.Has(RadiusKm) && !query.Has(Near))
        {
            return new ApiProblemResult(new ApiProblem(new Problem(ApiProblems.Requires, RadiusKm.Name, Near.Name) { Field = RadiusKm.Name }));
        }

        var (page, pageSize) = (query.Get(Paging.Page), query.Get(Paging.PageSize));
        var place = AskedPlace.InWords(query.Get(Text), await request.Http.RequestServices.GetRequiredService<CurrentGazetteer>().GetAsync(ct));
        var asked = new SearchQuery
        {
            Text = place.Words,
            Facets = [.. Narrowed(request)],
            Near = query.Get(Near) ?? place.Place?.Point,
            RadiusKm = query.Get(RadiusKm) ?? place.RadiusKm ?? SearchQuery.DefaultRadiusKm,
        };
        var answer = (await IndexAsync(request, ct)).Find(asked, page, pageSize);
        return Results.Ok(new SearchResults(
            [.. answer.Hits.Select(hit => SearchItem.Of(hit, request))], answer.Total, page, pageSize, answer.IsWidened, answer.Corrections,
            place.Place is { Point: { } point } here && !query.Has(Near) ? new AroundItem(here.Name, here.Department, point.Latitude, point.Longitude, asked.RadiusKm) : null,
            answer.Types, query.Get(Facets) ? answer.Facets : null));
    }

    private static async Task<IResult> SuggestAsync(ApiRequest request, CancellationToken ct)
    {
        var text = request.Query.Get(Text);
        var answer = text is null ? null : (await IndexAsync(request, ct)).Find(new SearchQuery { Text = text, IsBeingTyped = true }, 1, Suggestions);
        return Results.Ok(Paging.Whole(answer?.Hits ?? [], hit => SearchItem.Of(hit, request)));
    }

    private static async Task<SearchIndex> IndexAsync(ApiRequest request, CancellationToken ct)
    {
        var index = await request.Http.RequestServices.GetRequiredService<CurrentSearchIndex>().GetAsync(ct);
        if (index.Revision != request.Register.Revision)
        {
            PublicCache.LeaveOut(request.Http);
        }

        return index;
    }

    private static IEnumerable<(string Facet, string Value)> Narrowed(ApiRequest request)
    {
        var query = request.Query;
        (QueryParameter Parameter, string? Value)[] values =
        [
            (Type, query.Get(Type)), (CatalogueQuery.Level, query.Get(CatalogueQuery.Level)?.ToString(CultureInfo.InvariantCulture)),
            (CatalogueQuery.Mode, query.Get(CatalogueQuery.Mode)?.ToCode()), (NetworkQuery.Sector, query.Get(NetworkQuery.Sector)),
            (NetworkQuery.Region, query.Get(NetworkQuery.Region)), (NetworkQuery.Department, query.Get(NetworkQuery.Department)),
            (Status, query.Get(Status)?.ToCode()), (NetworkQuery.Campus, query.Get(NetworkQuery.Campus)),
        ];
        return values.Where(row => row.Value is not null).Select(row => (row.Parameter.Name, row.Value!));
    }
}
