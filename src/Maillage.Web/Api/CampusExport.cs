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
        new("sectorCode", row => row.Campus.Sector.Code),
        new("sector", row => row.Campus.Sector.Name.Fr),
        new("regionCodes", row => row.Campus.Regions.Select(region => region.Code)),
        new("regions", row => row.Campus.Regions.Select(region => region.Name)),
        new("academyCodes", row => row.Campus.Academies.Select(academie => academie.Code)),
        new("academies", row => row.Campus.Academies.Select(academie => academie.Name)),
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
}
