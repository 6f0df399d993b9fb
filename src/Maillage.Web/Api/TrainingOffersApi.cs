using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The training offers: list and table, everywhere or around a point.</summary>
internal static class TrainingOffersApi
{
    private static readonly QueryParameter<GeoPoint?> Near = QueryParameters.Point("near", "47.2184,-1.5536");

    private static readonly QueryParameter<double?> RadiusKm =
        QueryParameters.Kilometres("radiusKm", OfferFilter.MaxRadiusKm, OfferFilter.DefaultRadiusKm, "10");

    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        CatalogueQuery.Text, CatalogueQuery.Level, CatalogueQuery.Mode, Near, RadiusKm, NetworkQuery.Campus, NetworkQuery.Region,
        CatalogueQuery.Institution, CatalogueQuery.Cfd,
    ];

    public static void MapTrainingOffers(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/training-offers", new ApiOperation("offers", "training_offers", [.. Parameters, Paging.Page, Paging.PageSize]), ListAsync)
            .Produces<Paged<TrainingOfferItem>>();
        routes.MapRead("/training-offers.csv", new ApiOperation("offers", "training_offers_csv", Parameters), TableAsync)
            .Produces<string>(contentType: Csv.ContentType);
    }

    private static Result<OfferFilter> Filter(ApiRequest request, NationalCatalogue catalogue)
    {
        var query = request.Query;
        if (query.Has(RadiusKm) && !query.Has(Near))
        {
            return new Problem(ApiProblems.Requires, RadiusKm.Name, Near.Name) { Field = RadiusKm.Name };
        }

        return new OfferFilter
        {
            Text = query.Get(CatalogueQuery.Text),
            Level = query.Get(CatalogueQuery.Level),
            Mode = query.Get(CatalogueQuery.Mode),
            Near = query.Get(Near),
            RadiusKm = query.Get(RadiusKm) ?? OfferFilter.DefaultRadiusKm,
            Of = request.OfferOfCampus(catalogue),
            Region = query.Get(NetworkQuery.Region),
            Uai = query.Get(CatalogueQuery.Institution),
            Cfd = query.Get(CatalogueQuery.Cfd),
        };
    }

    private static async Task<IResult> ListAsync(ApiRequest request, CancellationToken ct)
    {
        var catalogue = await request.CatalogueAsync(ct);
        var filter = Filter(request, catalogue);
        if (filter.Failed)
        {
            return new ApiProblemResult(new ApiProblem(filter.Problem));
        }

        var (page, pageSize) = (request.Query.Get(Paging.Page), request.Query.Get(Paging.PageSize));
        var found = filter.Value.Page(catalogue, page, pageSize);
        return Results.Ok(new Paged<TrainingOfferItem>([.. found.Items.Select(row => new TrainingOfferItem(row, request))], found.Total, page, pageSize));
    }

    private static async Task<IResult> TableAsync(ApiRequest request, CancellationToken ct)
    {
        var catalogue = await request.CatalogueAsync(ct);
        var filter = Filter(request, catalogue);
        return filter.Failed
            ? new ApiProblemResult(new ApiProblem(filter.Problem))
            : Csv.Of(Rows(filter.Value.All(catalogue)).ToAsyncEnumerable(), Columns(request), "training-offers.csv");
    }

    /// <summary>One line for each school year told; one line too for an offer of which none is.</summary>
    private static IEnumerable<Row> Rows(IEnumerable<OfferFound> found) =>
        found.SelectMany(row => row.Offer.Years.DefaultIfEmpty(), (row, year) => new Row(row.Offer, year, row.DistanceKm));

    private static IReadOnlyList<ExportColumn<Row>> Columns(ApiRequest request)
    {
        // A full export has as many lines as the country has offers: what each line would make again is made once.
        var (organisations, qualifications) = (request.Address("/organisations/"), request.Address("/formations/"));
        return
        [
            new("qualification", row => row.Offer.Qualification.Slug),
            new("qualificationName", row => row.Offer.Qualification.Name),
            new("level", row => row.Offer.Qualification.Level),
            new("diplomaType", row => row.Offer.Qualification.DiplomaType?.ToCode()),
            new("cfd", row => row.Offer.Qualification.Cfd),
            new("rncp", row => row.Offer.Qualification.Rncp),
            new("mode", row => row.Offer.Mode.ToCode()),
            new("organisation", row => row.Offer.Place.Slug),
            new("organisationName", row => row.Offer.Place.Name),
            new("kind", row => row.Offer.Place.Kind.ToCode()),
            new("status", row => row.Offer.Place.Status?.ToCode()),
            new("uai", row => row.Offer.Place.Uai?.Value),
            new("postcode", row => row.Offer.Place.Postcode),
            new("communeCode", row => row.Offer.Place.CommuneCode?.Value),
            new("commune", row => row.Offer.Place.Commune),
            new("regionCode", row => row.Offer.Place.RegionCode),
            new("latitude", row => row.Offer.Place.Point?.Latitude),
            new("longitude", row => row.Offer.Place.Point?.Longitude),
            new("schoolYear", row => row.Year?.SchoolYear?.ToString()),
            new("capacity", row => row.Year?.Capacity),
            new("enrolled", row => row.Year?.EnrolledOnEntryShown),
            new("enrolledAllYears", row => row.Year?.EnrolledShown),
            new("firstWishes", row => row.Year?.FirstWishesShown),
            new("masked", row => row.Year is { HidesSomething: true } ? "true" : "false"),
            new("source", row => row.Year?.Source),
            new("distanceKm", row => OrganisationItem.Rounded(row.DistanceKm)),
            new("organisationUrl", row => organisations + row.Offer.Place.Slug),
            new("url", row => qualifications + row.Offer.Qualification.Slug),
        ];
    }

    private readonly record struct Row(OfferRecord Offer, OfferYear? Year, double? DistanceKm);
}
