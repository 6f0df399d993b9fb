using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>What to look at instead, when nothing is known to follow a qualification or to lead to an occupation.</summary>
public static class Kindred
{
    private const int MostShown = 6;

    /// <summary>Open qualifications that lead somewhere and share occupations or the speciality of one, the closest first.</summary>
    public static IReadOnlyList<QualificationRecord> Of(QualificationRecord qualification, NationalCatalogue catalogue, DateOnly day) =>
    [
        .. catalogue.Qualifications
            .Where(other => other != qualification && !other.IsClosedOn(day) && other.Level >= qualification.Level && catalogue.StepsFrom(other).Any())
            .Select(other => (Other: other, Shared: other.RomeCodes.Intersect(qualification.RomeCodes, StringComparer.Ordinal).Count(), SharesSpeciality: qualification.Speciality is { } speciality && speciality == other.Speciality))
            .Where(row => row.Shared > 0 || row.SharesSpeciality)
            .OrderByDescending(row => row.Shared)
            .ThenByDescending(row => row.SharesSpeciality)
            .ThenBy(row => row.Other.Level)
            .Select(row => row.Other)
            .Take(MostShown),
    ];

    /// <summary>Occupations near one, to which some qualification leads.</summary>
    public static IReadOnlyList<OccupationRecord> Of(OccupationRecord occupation, NationalCatalogue catalogue) =>
    [
        .. OccupationSurroundings.Of(catalogue, occupation).Related
            .Where(other => catalogue.QualificationsOf(other.RomeOfQualifications(catalogue)).Any())
            .Take(MostShown),
    ];
}
