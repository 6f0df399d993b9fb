using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;

namespace Maillage.Catalogue.Register;

/// <summary>Common first years and what one chooses after them: families of trades, and options of BTS.</summary>
internal static class ImportedFirstYears
{
    public static async Task<IReadOnlyList<CommonFirstYear>> ReadAsync(TableReader tables, CancellationToken ct) =>
        await tables.ReadAsync("common_first_years", row => new CommonFirstYear
        {
            DataSet = row.Text("data_set"), CommonCfd = row.Text("common_cfd"), SpecialityCfd = row.Text("speciality_cfd"),
            Family = row.Text("family"), Speciality = row.Text("speciality"),
        }, ct);
}
