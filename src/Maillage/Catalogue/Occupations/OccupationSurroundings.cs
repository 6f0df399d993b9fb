using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Occupations;

/// <summary>What surrounds an occupation: the broader one, the qualifications that lead to it, the occupations near it.</summary>
/// <param name="Parent">Null when it is itself the broadest.</param>
/// <param name="Qualifications">By level, then name.</param>
/// <param name="Related">Those under the same broader occupation first, then those of the same part of the directory.</param>
public sealed record OccupationSurroundings(
    OccupationRecord? Parent, IReadOnlyList<QualificationRecord> Qualifications, IReadOnlyList<OccupationRecord> Related)
{
    private const int MaxRelated = 12;

    // A letter for the field, two digits for the domain: what the codes of one domain begin with.
    private const int DomainLength = 3;

    public static OccupationSurroundings Of(NationalCatalogue catalogue, OccupationRecord occupation)
    {
        var parent = occupation.ParentRome == occupation.Rome ? null : catalogue.Occupation(occupation.ParentRome);
        return new OccupationSurroundings(
            parent,
            [
                // Qualifications are tied to the broader occupations alone.
                .. catalogue.QualificationsOf(occupation.Rome).Concat(parent is null ? [] : catalogue.QualificationsOf(parent.Rome)).Distinct()
                    .OrderBy(row => row.Level).ThenBy(row => row.FoldedName, StringComparer.Ordinal),
            ],
            [
                .. catalogue.Occupations
                    .Where(other => other != occupation && other != parent && Domain(other) == Domain(occupation))
                    .OrderByDescending(other => other.ParentRome == occupation.ParentRome)
                    .Take(MaxRelated),
            ]);
    }

    private static string Domain(OccupationRecord occupation) => occupation.Rome[..Math.Min(DomainLength, occupation.Rome.Length)];
}
