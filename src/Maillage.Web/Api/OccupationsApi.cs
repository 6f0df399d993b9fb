using System.Text.Json.Serialization;
using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>An occupation, where it only needs to be told from another.</summary>
public sealed record OccupationName(string Rome, string Name, string Url)
{
    internal static OccupationName Of(OccupationRecord occupation, ApiRequest request) =>
        new(occupation.Rome, occupation.Name.Fr, request.Address($"/metiers/{occupation.Rome}"));
}

/// <summary>An occupation of the ROME directory.</summary>
public record OccupationItem
{
    internal OccupationItem(OccupationRecord occupation, ApiRequest request)
    {
        Rome = occupation.Rome;
        Name = occupation.Name.Fr;
        NameEn = occupation.Name.En;
        Domain = occupation.Domain;
        Description = occupation.Description;
        OtherNames = occupation.OtherNames;
        Url = request.Address($"/metiers/{occupation.Rome}");
        Sources = occupation.Sources;
    }

    public string Rome { get; }

    public string Name { get; }

    public string? NameEn { get; }

    public string? Domain { get; }

    public string? Description { get; }

    public IReadOnlyList<string> OtherNames { get; }

    public string Url { get; }

    public IReadOnlyList<string> Sources { get; }
}

/// <summary>Everything known of an occupation.</summary>
public sealed record OccupationDetail : OccupationItem
{
    internal OccupationDetail(OccupationRecord occupation, NationalCatalogue catalogue, ApiRequest request) : base(occupation, request)
    {
        var surroundings = OccupationSurroundings.Of(catalogue, occupation);
        Parent = surroundings.Parent is { } parent ? OccupationName.Of(parent, request) : null;
        Qualifications = [.. surroundings.Qualifications.Select(row => new QualificationName(row, request))];
        Related = [.. surroundings.Related.Select(row => OccupationName.Of(row, request))];
    }

    [JsonPropertyOrder(1)]
    public OccupationName? Parent { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<QualificationName> Qualifications { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<OccupationName> Related { get; }
}

/// <summary>The occupations: list, table, one occupation by its ROME code.</summary>
internal static class OccupationsApi
{
    private static readonly QueryParameter<string?> Text = QueryParameters.Text("q", OccupationFilter.TextMaxLength, "soudage");

    private static readonly QueryParameter<string?> Domain = QueryParameters.Text("domain", Slug.MaxLength, "restauration");

    public static void MapOccupations(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/occupations", new ApiOperation("occupations", "occupations", [Text, Domain, Paging.Page, Paging.PageSize]), async (request, ct) =>
            {
                var catalogue = await request.CatalogueAsync(ct);
                var filter = Filter(request, catalogue);
                return filter.Failed
                    ? Refused(filter.Problem)
                    : Results.Ok(request.PageOf(filter.Value.Apply(catalogue), row => new OccupationItem(row, request)));
            })
            .Produces<Paged<OccupationItem>>();
        routes.MapRead("/occupations.csv", new ApiOperation("occupations", "occupations_csv", [Text, Domain]), async (request, ct) =>
            {
                var catalogue = await request.CatalogueAsync(ct);
                var filter = Filter(request, catalogue);
                return filter.Failed
                    ? Refused(filter.Problem)
                    : Csv.Of(filter.Value.Apply(catalogue).ToAsyncEnumerable(), Columns(request), "occupations.csv");
            })
            .Produces<string>(contentType: Csv.ContentType);
        routes.MapRead("/occupations/{rome}", new ApiOperation("occupations", "occupation", []) { PathExample = "H2902" }, async (request, ct) =>
            {
                var rome = request.PathValue("rome");
                var catalogue = await request.CatalogueAsync(ct);
                return catalogue.Occupation(rome.ToUpperInvariant()) is { } occupation
                    ? Results.Ok(new OccupationDetail(occupation, catalogue, request))
                    : Refused(new Problem(ApiProblems.UnknownOccupation, ApiProblem.Bounded(rome)));
            })
            .Produces<OccupationDetail>()
            .ProducesUnknown();
    }

    private static ApiProblemResult Refused(Problem problem) => new(new ApiProblem(problem));

    private static Result<OccupationFilter> Filter(ApiRequest request, NationalCatalogue catalogue)
    {
        var domain = request.Query.Get(Domain);
        if (domain is not null && !OccupationFilter.Domains(catalogue).Any(row => row.Code == domain))
        {
            return new Problem(ApiProblems.UnknownValue, Domain.Name) { Field = Domain.Name };
        }

        return new OccupationFilter { Text = request.Query.Get(Text), Domain = domain };
    }

    private static IReadOnlyList<ExportColumn<OccupationRecord>> Columns(ApiRequest request) =>
    [
        new("rome", row => row.Rome),
        new("name", row => row.Name.Fr),
        new("nameEn", row => row.Name.En),
        new("domain", row => row.Domain),
        new("description", row => row.Description),
        new("otherNames", row => row.OtherNames),
        new("parentRome", row => row.ParentRome),
        new("url", row => request.Address($"/metiers/{row.Rome}")),
        new("sources", row => row.Sources),
    ];
}
