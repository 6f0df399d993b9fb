using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The campuses: list, map layer, table, one campus.</summary>
internal static class CampusesApi
{
    public static void MapCampuses(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/campuses", new ApiOperation("campuses", "campuses", [.. NetworkQuery.OfCampuses, Paging.Page, Paging.PageSize]), (request, _) =>
                Task.FromResult(Results.Ok(request.PageOf(NetworkQuery.Campuses(request), campus => new CampusItem(campus, request)))))
            .Produces<Paged<CampusItem>>();
        routes.MapRead("/campuses.geojson", new ApiOperation("campuses", "campuses_geojson", NetworkQuery.OfCampuses), (request, _) =>
                Task.FromResult(GeoJson.Of(NetworkQuery.Campuses(request), CampusExport.Columns(request), campus => campus.Campus.Slug, campus => campus.Campus.Seat?.Point)))
            .Produces<string>(contentType: GeoJson.ContentType);
        routes.MapRead("/campuses.csv", new ApiOperation("campuses", "campuses_csv", NetworkQuery.OfCampuses), (request, _) =>
                Task.FromResult(Csv.Of(NetworkQuery.Campuses(request).ToAsyncEnumerable(), CampusExport.Columns(request), "campus.csv")))
            .Produces<string>(contentType: Csv.ContentType);
        routes.MapRead("/campuses/{slug}", new ApiOperation("campuses", "campus", [NetworkQuery.AsOf]) { PathExample = "nautisme" }, OneAsync)
            .Produces<CampusDetail>()
            .ProducesUnknown();
    }

    private static async Task<IResult> OneAsync(ApiRequest request, CancellationToken ct)
    {
        var slug = request.PathValue("slug");
        if (request.Register.Campus(slug) is not { } campus)
        {
            return new ApiProblemResult(new ApiProblem(new Problem(ApiProblems.UnknownCampus, ApiProblem.Bounded(slug))));
        }

        var members = await request.Http.RequestServices.GetRequiredService<CampusMembers>().OfAsync(campus.CampusId, ct);
        var day = request.Query.Get(NetworkQuery.AsOf) ?? request.Today;
        return Results.Ok(new CampusDetail(campus.On(day), members, await HeadAsync(campus, request, ct), request));
    }

    private static async Task<HeadInstitutionItem?> HeadAsync(CampusRecord campus, ApiRequest request, CancellationToken ct)
    {
        if (campus.HeadInstitutionUai is not { } uai)
        {
            return null;
        }

        var known = await request.Http.RequestServices.GetRequiredService<OrganisationDirectory>().FindAsync(uai.Value, ct);
        return new HeadInstitutionItem(uai.Value, known is [var organisation] ? SlugName.Of(organisation, request) : null);
    }
}
