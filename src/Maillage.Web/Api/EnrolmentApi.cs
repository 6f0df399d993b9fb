using Maillage.Catalogue.Offers;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>Those who enter a qualification in one school year, over some places; what may not be shown is in no total.</summary>
public sealed record EnrolmentItem(
    string? SchoolYear,
    int Establishments,
    int Masked,
    int? Enrolled,
    int? EnrolledAllYears,
    int? Capacity,
    int? FirstWishes,
    double? Pressure,
    double? FillRate,
    IReadOnlyList<string> Sources)
{
    private const int RateDigits = 3;

    internal static EnrolmentItem Of(Enrolment enrolment) => new(
        enrolment.SchoolYear?.ToString(), enrolment.Establishments, enrolment.Masked, enrolment.Enrolled, enrolment.EnrolledAllYears, enrolment.Capacity,
        enrolment.FirstWishes, Rounded(enrolment.Pressure), Rounded(enrolment.FillRate), enrolment.Sources);

    private static double? Rounded(double? rate) => rate is { } value ? Math.Round(value, RateDigits) : null;
}

/// <summary>Figures of enrolment, added over the places of a territory.</summary>
internal static class EnrolmentApi
{
    private static readonly QueryParameter<PartialDate?> SchoolYear = new("schoolYear", null, (text, _) =>
        PartialDate.TryParse(text, out var year) && year.Precision is DatePrecision.SchoolYear or DatePrecision.Year
            ? PartialDate.SchoolYear(year.FirstDay.Year)
            : new Problem(ApiProblems.BadCode, "schoolYear", "2020-2021"))
    {
        Example = "2020-2021",
        Schema = new ParameterSchema("string"),
    };

    public static void MapEnrolment(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/statistics/enrolment", new ApiOperation("statistics", "enrolment",
                [CatalogueQuery.Cfd, SchoolYear, NetworkQuery.Region, NetworkQuery.Academy, NetworkQuery.Department]), async (request, ct) =>
            {
                var catalogue = await request.CatalogueAsync(ct);
                return Results.Ok(EnrolmentItem.Of(Enrolment.Of(Filter(request).Apply(catalogue), request.Query.Get(SchoolYear))));
            })
            .Produces<EnrolmentItem>();

    private static OfferFilter Filter(ApiRequest request)
    {
        var query = request.Query;
        var academie = request.Register.Academies.FirstOrDefault(row => row.Code == query.Get(NetworkQuery.Academy));
        var departments = query.Get(NetworkQuery.Department) is { } department ? [department] : academie?.Departments;
        return new OfferFilter
        {
            Cfd = query.Get(CatalogueQuery.Cfd),
            Region = query.Get(NetworkQuery.Region),
            // A département of another académie leaves none.
            Departments = academie is null ? departments : departments?.FindAll(academie.Departments.Contains),
        };
    }
}
