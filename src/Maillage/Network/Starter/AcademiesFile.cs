using Maillage.Network.Territories;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>
/// The académies, current and former. A vice-rectorat outside the régions académiques has no region: the overseas
/// collectivity that it covers stands in its place, under the code of that collectivity.
/// </summary>
internal static class AcademiesFile
{
    public const string Name = "starter/academies";

    public static readonly Column<string> AcademieName = Text("name", Academie.NameMaxLength).Unique();

    private static readonly Column<string> Code = Text("code", Academie.CodeMaxLength);
    private static readonly Column<string?> Region =
        OptionalText("region_code", AcademicRegion.CodeMaxLength).RefersTo(RegionsFile.Name + ".csv", "code");
    private static readonly Column<IReadOnlyList<string>> Departments =
        List("departments", Department.CodeMaxLength).RefersTo(TerritoryFiles.DepartmentsName + ".csv", "code");
    private static readonly Column<bool> IsCurrent = Flag("is_current");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [Code], [Code, AcademieName, Region, Departments, IsCurrent, Source]);

    public static string CodeOf(FileRow row) => row.Get(Code);

    /// <summary>Whether it is the vice-rectorat of an overseas collectivity.</summary>
    public static bool IsOverseas(FileRow row) => row.Text(Region).Length == 0;

    public static string RegionCodeOf(FileRow row) => row.Get(Region) ?? string.Concat(row.Get(Departments));

    /// <summary>A vice-rectorat covers one collectivity, which has no other region.</summary>
    public static void Check(StarterFiles files, ProblemList problems)
    {
        var regions = files.Regions.Rows.Select(RegionsFile.CodeOf).ToHashSet(StringComparer.Ordinal);
        foreach (var row in files.Academies.Rows.Where(IsOverseas))
        {
            var departments = row.Get(Departments);
            if (departments.Count != 1 || regions.Contains(files.RegionOf(departments[0]) ?? ""))
            {
                problems.Add(StarterProblems.AcademieWithoutRegion, Declaration.File, row.Line, Region.Name, row.Text(AcademieName));
            }
        }
    }

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys;
        var known = await writing.Db.Academies.Where(academie => keys.Contains(academie.Code)).ToDictionaryAsync(academie => academie.Code, StringComparer.Ordinal, ct);
        var collectivities = await writing.Db.AcademicRegions
            .Where(region => region.Kind == AcademicRegionKind.OverseasCollectivity)
            .ToDictionaryAsync(region => region.Code, StringComparer.Ordinal, ct);
        foreach (var row in changes.Written.Where(IsOverseas))
        {
            if (collectivities.TryGetValue(RegionCodeOf(row), out var collectivity))
            {
                RegionsFile.Fill(collectivity, row.Get(AcademieName), row.Get(Source));
            }
            else
            {
                writing.Db.Add(RegionsFile.NewRegion(
                    RegionCodeOf(row), row.Get(AcademieName), AcademicRegionKind.OverseasCollectivity, row.Get(Source)));
            }
        }

        writing.Rows.Write(changes, known, Map);
        foreach (var key in changes.Vanished.Where(key => known.TryGetValue(key, out var academie) && collectivities.ContainsKey(academie.RegionCode)))
        {
            writing.Rows.Leave(changes, key, collectivities[known[key].RegionCode]);
        }
    }

    private static Academie Map(FileRow row) => new()
    {
        Code = row.Get(Code),
        Name = row.Get(AcademieName),
        RegionCode = RegionCodeOf(row),
        IsCurrent = row.Get(IsCurrent),
        Departments = [.. row.Get(Departments)],
        Provenance = new Provenance(row.Get(Source), null, Confidence.A),
    };
}
