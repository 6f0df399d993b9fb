using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The organisations: list, table, one organisation by any of its identifiers.</summary>
internal static class OrganisationsApi
{
    private static readonly QueryParameter<OrganisationKind?> Kind = QueryParameters.OneOf<OrganisationKind>("kind", "lycee_pro");

    private static readonly QueryParameter<GeoPoint?> Near = QueryParameters.Point("near", "47.2184,-1.5536");

    private static readonly QueryParameter<double?> RadiusKm =
        QueryParameters.Kilometres("radiusKm", OrganisationFilter.MaxRadiusKm, OrganisationFilter.DefaultRadiusKm, "10");

    private static readonly IReadOnlyList<QueryParameter> Parameters = [Kind, NetworkQuery.Campus, NetworkQuery.Region, Near, RadiusKm, NetworkQuery.Text];

    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/organisations", new ApiOperation("organisations", "organisations", [.. Parameters, Paging.Page, Paging.PageSize]), ListAsync)
            .Produces<Paged<OrganisationItem>>();
        routes.MapRead("/organisations.csv", new ApiOperation("organisations", "organisations_csv", Parameters), (request, ct) => Task.FromResult(
                Filter(request) is { Problem: { } problem } ? Refused(problem)
                : Csv.Of(Search(request).AllAsync(Filter(request).Value!, ct), Columns(request), "organisations.csv")))
            .Produces<string>(contentType: Csv.ContentType);
        routes.MapRead("/organisations/{id}", new ApiOperation("organisations", "organisation", []) { PathExample = "0440034Y" }, OneAsync)
            .Produces<OrganisationDetail>()
            .Produces<Paged<OrganisationItem>>(StatusCodes.Status300MultipleChoices)
            .ProducesUnknown();
    }

    private static OrganisationSearch Search(ApiRequest request) => request.Http.RequestServices.GetRequiredService<OrganisationSearch>();

    private static ApiProblemResult Refused(Problem problem) => new(new ApiProblem(problem));

    private static Result<OrganisationFilter> Filter(ApiRequest request)
    {
        var query = request.Query;
        if (query.Has(RadiusKm) && !query.Has(Near))
        {
            return new Problem(ApiProblems.Requires, RadiusKm.Name, Near.Name) { Field = RadiusKm.Name };
        }

        return new OrganisationFilter
        {
            Kind = query.Get(Kind),
            CampusId = query.Get(NetworkQuery.Campus) is { } slug ? request.Register.Campus(slug)!.CampusId : null,
            Region = query.Get(NetworkQuery.Region),
            Text = query.Get(NetworkQuery.Text),
            Near = query.Get(Near),
            RadiusKm = query.Get(RadiusKm) ?? OrganisationFilter.DefaultRadiusKm,
        };
    }

    private static async Task<IResult> ListAsync(ApiRequest request, CancellationToken ct)
    {
        var filter = Filter(request);
        if (filter.Failed)
        {
            return Refused(filter.Problem);
        }

        var (page, pageSize) = (request.Query.Get(Paging.Page), request.Query.Get(Paging.PageSize));
        var found = await Search(request).PageAsync(filter.Value, page, pageSize, ct);
        return Results.Ok(new Paged<OrganisationItem>([.. found.Items.Select(row => new OrganisationItem(row.Organisation, row.DistanceKm, request))], found.Total, page, pageSize));
    }

    private static async Task<IResult> OneAsync(ApiRequest request, CancellationToken ct)
    {
        var id = request.PathValue("id");
        var directory = request.Http.RequestServices.GetRequiredService<OrganisationDirectory>();
        switch (await directory.FindAsync(id, ct))
        {
            case []:
                return Refused(new Problem(ApiProblems.UnknownOrganisation, ApiProblem.Bounded(id)));
            case [var organisation]:
                return Results.Ok(new OrganisationDetail(organisation, await directory.CampusesAsync(organisation.OrganisationId, ct), request));
            case var several:
                return Results.Json(
                    Paging.Whole(several, organisation => new OrganisationItem(organisation, null, request)), statusCode: StatusCodes.Status300MultipleChoices);
        }
    }

    private static IReadOnlyList<ExportColumn<OrganisationFound>> Columns(ApiRequest request) =>
    [
        new("slug", row => row.Organisation.Slug),
        new("name", row => row.Organisation.Name),
        new("kind", row => row.Organisation.Kind.ToCode()),
        new("family", row => row.Organisation.Kind.Family().ToCode()),
        new("status", row => row.Organisation.Status?.ToCode()),
        new("uai", row => row.Organisation.Uai?.Value),
        new("siren", row => row.Organisation.Siren?.Value),
        new("siret", row => row.Organisation.Siret?.Value),
        new("address", row => row.Organisation.Address),
        new("postcode", row => row.Organisation.Postcode),
        new("communeCode", row => row.Organisation.CommuneCode?.Value),
        new("commune", row => row.Organisation.Commune),
        new("regionCode", row => row.Organisation.RegionCode),
        new("latitude", row => row.Organisation.Latitude),
        new("longitude", row => row.Organisation.Longitude),
        new("precision", row => row.Organisation.CoordinatePrecision?.ToCode()),
        new("sectorCodes", row => row.Organisation.Sectors.Select(sector => sector.SectorCode).Order(StringComparer.Ordinal)),
        new("website", row => row.Organisation.Website),
        new("email", row => row.Organisation.Email),
        new("telephone", row => row.Organisation.Telephone),
        new("url", row => request.Address($"/organisations/{row.Organisation.Slug}")),
        new("distanceKm", row => OrganisationItem.Rounded(row.DistanceKm)),
        new("confidence", row => row.Organisation.Provenance.Confidence.ToCode()),
        new("source", row => row.Organisation.Provenance.Source),
        new("asOf", row => row.Organisation.Provenance.AsOf?.ToString()),
    ];
}
