using Maillage.Network.Territories;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The régions académiques.</summary>
internal static class RegionsFile
{
    public const string Name = "starter/regions";

    public static readonly Column<string> RegionName = Text("name", AcademicRegion.NameMaxLength).Unique();

    private static readonly Column<string> Code = Text("code", AcademicRegion.CodeMaxLength).RefersTo(TerritoryFiles.RegionsName + ".csv", "code");
    private static readonly Column<IReadOnlyList<string>> Academies =
        List("academies", Academie.NameMaxLength).RefersTo(AcademiesFile.Name + ".csv", "name");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [Code], [Code, RegionName, Academies, Source]);

    public static string CodeOf(FileRow row) => row.Get(Code);

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys;
        var known = await writing.Db.AcademicRegions.Where(region => keys.Contains(region.Code)).ToDictionaryAsync(region => region.Code, StringComparer.Ordinal, ct);
        writing.Rows.Write(
            changes,
            known,
            row => NewRegion(row.Get(Code), row.Get(RegionName), AcademicRegionKind.AcademicRegion, row.Get(Source)),
            (region, row) => Fill(region, row.Get(RegionName), row.Get(Source)));
    }

    public static AcademicRegion NewRegion(string code, string name, AcademicRegionKind kind, string source) =>
        new() { Code = code, Slug = Slug.From(name), Name = name, Kind = kind, Provenance = new Provenance(source, null, Confidence.A) };

    public static void Fill(AcademicRegion region, string name, string source)
    {
        region.Name = name;
        region.Provenance = new Provenance(source, null, Confidence.A);
    }
}
