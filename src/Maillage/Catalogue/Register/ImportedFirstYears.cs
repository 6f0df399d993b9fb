using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;

namespace Maillage.Catalogue.Register;

/// <summary>Common first years and what one chooses after them: the lists of families and options, and the diplomas that joined their groups since.</summary>
internal static class ImportedFirstYears
{
    public static async Task<IReadOnlyList<CommonFirstYear>> ReadAsync(TableReader tables, DateOnly today, CancellationToken ct)
    {
        var listed = await tables.ReadAsync("common_first_years", row => new CommonFirstYear
        {
            DataSet = row.Text("data_set"), CommonCfd = row.Text("common_cfd"), SpecialityCfd = row.Text("speciality_cfd"),
            Family = row.Text("family"), Speciality = row.Text("speciality"),
        }, ct);
        var groups = await tables.ReadAsync("training_groups", row => (
            Code: row.Text("code"), Cfd: row.Text("cfd"), ClosedOn: row.OptionalDay("closed_on")), ct);
        var families = listed.DistinctBy(year => year.CommonCfd, StringComparer.Ordinal).ToDictionary(year => year.CommonCfd, StringComparer.Ordinal);
        var specialities = listed.Select(year => year.SpecialityCfd).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(row => row.ClosedOn is null || row.ClosedOn > today).GroupBy(row => row.Code, StringComparer.Ordinal))
        {
            // The group does not say which of its members is the common year: the lists do.
            if (group.Select(row => row.Cfd).Where(families.ContainsKey).Take(2).ToList() is [var common])
            {
                listed.AddRange(group.Select(row => row.Cfd).Where(cfd => cfd != common && !specialities.Contains(cfd)).Select(cfd => new CommonFirstYear
                {
                    DataSet = TrainingGroups.DataSet.Name, CommonCfd = common, SpecialityCfd = cfd, Family = families[common].Family, Speciality = "",
                }));
            }
        }

        return listed;
    }
}
