using Maillage.Catalogue;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The qualifications: list, table, one qualification by any of its identifiers.</summary>
internal static class QualificationsApi
{
    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        CatalogueQuery.Level, NetworkQuery.Sector, CatalogueQuery.Text, CatalogueQuery.Cfd, CatalogueQuery.Rncp, CatalogueQuery.Mode,
        NetworkQuery.Region, NetworkQuery.Campus,
    ];

    public static void MapQualifications(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/qualifications", new ApiOperation("qualifications", "qualifications", [.. Parameters, Paging.Page, Paging.PageSize]), async (request, ct) =>
            {
                var catalogue = await request.CatalogueAsync(ct);
                return Results.Ok(request.PageOf(Filter(request, catalogue).Apply(catalogue), row => new QualificationItem(row, catalogue, request)));
            })
            .Produces<Paged<QualificationItem>>();
        routes.MapRead("/qualifications.csv", new ApiOperation("qualifications", "qualifications_csv", Parameters), async (request, ct) =>
            {
                var catalogue = await request.CatalogueAsync(ct);
                return Csv.Of(Filter(request, catalogue).Apply(catalogue).ToAsyncEnumerable(), Columns(request, catalogue), "qualifications.csv");
            })
            .Produces<string>(contentType: Csv.ContentType);
        routes.MapRead("/qualifications/{id}", new ApiOperation("qualifications", "qualification", []) { PathExample = "50025305" }, OneAsync)
            .Produces<QualificationDetail>()
            .Produces<Paged<QualificationItem>>(StatusCodes.Status300MultipleChoices)
            .ProducesUnknown();
    }

    private static QualificationFilter Filter(ApiRequest request, NationalCatalogue catalogue) => new()
    {
        Level = request.Query.Get(CatalogueQuery.Level),
        Sector = request.Query.Get(NetworkQuery.Sector),
        Text = request.Query.Get(CatalogueQuery.Text),
        Cfd = request.Query.Get(CatalogueQuery.Cfd),
        Rncp = request.Query.Get(CatalogueQuery.Rncp),
        Mode = request.Query.Get(CatalogueQuery.Mode),
        Region = request.Query.Get(NetworkQuery.Region),
        Of = request.OfferOfCampus(catalogue),
    };

    private static async Task<IResult> OneAsync(ApiRequest request, CancellationToken ct)
    {
        var id = request.PathValue("id");
        var catalogue = await request.CatalogueAsync(ct);
        return Find(catalogue, id) switch
        {
            [] => new ApiProblemResult(new ApiProblem(new Problem(ApiProblems.UnknownQualification, ApiProblem.Bounded(id)))),
            [var qualification] => Results.Ok(new QualificationDetail(qualification, catalogue, request)),
            var several => Results.Json(
                Paging.Whole(several, row => new QualificationItem(row, catalogue, request)), statusCode: StatusCodes.Status300MultipleChoices),
        };
    }

    /// <summary>Several options of one diploma may share a sheet of the national register.</summary>
    private static IReadOnlyList<QualificationRecord> Find(NationalCatalogue catalogue, string id)
    {
        var code = id.ToUpperInvariant();
        return (catalogue.Qualification(id) ?? catalogue.QualificationOfCfd(code)) is { } qualification ? [qualification]
            : CatalogueCodes.Rncp.Matches(code) ? new QualificationFilter { Rncp = code }.Apply(catalogue)
            : [];
    }

    private static IReadOnlyList<ExportColumn<QualificationRecord>> Columns(ApiRequest request, NationalCatalogue catalogue) =>
    [
        new("slug", row => row.Slug),
        new("name", row => row.Name),
        new("level", row => row.Level),
        new("diplomaType", row => row.DiplomaType?.ToCode()),
        new("cfd", row => row.Cfd),
        new("rncp", row => row.Rncp),
        new("nsf", row => row.Nsf),
        new("opensOn", row => row.OpensOn),
        new("closedOn", row => row.ClosedOn),
        new("sectorCodes", row => row.SectorCodes),
        new("romeCodes", row => row.RomeCodes),
        new("campuses", row => row.CampusSlugs),
        new("modes", row => QualificationItem.ModesOf(row, catalogue).Select(mode => mode.ToCode())),
        new("establishments", row => QualificationItem.PlacesOf(row, catalogue)),
        new("url", row => request.Address($"/formations/{row.Slug}")),
        new("sources", row => row.Sources),
    ];
}
