using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Components.Search;

namespace Maillage.Web.Api;

/// <summary>Something found.</summary>
public sealed record SearchItem(string Type, string Id, string Title, string? Subtitle, string Url, double Score, double? DistanceKm)
{
    internal static SearchItem Of(SearchHit hit, ApiRequest request) => new(
        hit.Type, hit.Id, hit.Title, hit.Subtitle, request.Address(FoundPages.Path(hit)), Math.Round(hit.Score, 3), OrganisationItem.Rounded(hit.DistanceKm));
}

/// <summary>One page of what was found, with how many there are of each type, and of each value when facets were asked for.</summary>
public sealed record SearchResults(
    IReadOnlyList<SearchItem> Items,
    int Total,
    int Page,
    int PageSize,
    bool Widened,
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
                [Text, Type, NetworkQuery.Sector, NetworkQuery.Region, Near, RadiusKm, Facets, Paging.Page, Paging.PageSize]), FindAsync)
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
        var answer = (await IndexAsync(request, ct)).Find(
            new SearchQuery
            {
                Text = query.Get(Text),
                Facets = [.. Value(SearchQuery.TypeFacet, query.Get(Type)), .. Value("sector", query.Get(NetworkQuery.Sector)), .. Value("region", query.Get(NetworkQuery.Region))],
                Near = query.Get(Near),
                RadiusKm = query.Get(RadiusKm) ?? SearchQuery.DefaultRadiusKm,
            },
            page,
            pageSize);
        return Results.Ok(new SearchResults(
            [.. answer.Hits.Select(hit => SearchItem.Of(hit, request))], answer.Total, page, pageSize, answer.IsWidened, answer.Types,
            query.Get(Facets) ? answer.Facets : null));
    }

    private static async Task<IResult> SuggestAsync(ApiRequest request, CancellationToken ct)
    {
        var text = request.Query.Get(Text);
        var answer = text is null ? null : (await IndexAsync(request, ct)).Find(new SearchQuery { Text = text, IsBeingTyped = true }, 1, Suggestions);
        return Results.Ok(Paging.Whole(answer?.Hits ?? [], hit => SearchItem.Of(hit, request)));
    }

    private static Task<SearchIndex> IndexAsync(ApiRequest request, CancellationToken ct) =>
        request.Http.RequestServices.GetRequiredService<CurrentSearchIndex>().GetAsync(ct);

    private static IEnumerable<(string Facet, string Value)> Value(string facet, string? value) => value is null ? [] : [(facet, value)];
}
