using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>A campus on one line, the same in the table and in the map layer.</summary>
internal static class CampusExport
{
    public static IReadOnlyList<ExportColumn<CampusOnDay>> Columns(ApiRequest request) =>
    [
        new("slug", row => row.Campus.Slug),
        new("name", row => row.Campus.Name),
        new("shortName", row => row.Campus.ShortName),
        .. Place<CampusOnDay>(row => row.Campus),
        new("day", row => row.Day),
        new("state", row => row.State.ToCode()),
        new("labelCategory", row => row.Label?.Category.ToCode()),
        new("labelScheme", row => row.Label?.Scheme.ToCode()),
        new("labelStart", row => row.Label?.Start.FirstDay),
        new("labelStartPrecision", row => row.Label?.Start.Precision.ToCode()),
        new("labelDurationYears", row => row.Label?.DurationYears),
        new("labelEnd", row => row.Label?.End),
        new("labelPresumedEnd", row => row.Label?.PresumedEnd),
        new("labelDecision", row => row.Label?.DecisionReference),
        new("labelBasis", row => row.Label?.Basis.ToCode()),
        new("status", row => row.Campus.Status.ToCode()),
        new("excellenceClaim", row => row.Campus.ExcellenceClaim.ToCode()),
        new("successor", row => row.Campus.SuccessorSlug),
        new("seatCommuneCode", row => row.Campus.Seat?.CommuneCode.Value),
        new("seatCommune", row => row.Campus.Seat?.Commune),
        new("seatLatitude", row => row.Campus.Seat?.Point.Latitude),
        new("seatLongitude", row => row.Campus.Seat?.Point.Longitude),
        new("seatPrecision", row => row.Campus.Seat?.Precision.ToCode()),
        new("website", row => row.Campus.Website),
        new("url", row => request.Address($"/campus/{row.Campus.Slug}")),
        new("confidence", row => row.Campus.Provenance.Confidence.ToCode()),
        new("sources", row => row.Campus.Sources),
        new("asOf", row => row.Campus.Provenance.AsOf?.ToString()),
    ];

    /// <summary>The sector and the territories of the campus that a line is about.</summary>
    public static IReadOnlyList<ExportColumn<T>> Place<T>(Func<T, CampusRecord> campus) =>
    [
        new("sectorCode", row => campus(row).Sector.Code),
        new("sector", row => campus(row).Sector.Name.Fr),
        new("regionCodes", row => campus(row).Regions.Select(region => region.Code)),
        new("regions", row => campus(row).Regions.Select(region => region.Name)),
        new("academyCodes", row => campus(row).Academies.Select(academie => academie.Code)),
        new("academies", row => campus(row).Academies.Select(academie => academie.Name)),
    ];
}
