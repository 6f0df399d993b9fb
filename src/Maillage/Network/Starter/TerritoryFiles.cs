using Maillage.Network.Territories;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>Régions, départements, EPCI and communes of the Code officiel géographique, prepared at build.</summary>
internal static class TerritoryFiles
{
    public const string RegionsName = "prepared/regions";
    public const string DepartmentsName = "prepared/departments";

    private const string EpcisName = "prepared/epcis";
    private const string CommunesName = "prepared/communes";
    private const int MaxPopulation = 5_000_000;
    private const int PostcodeMaxLength = 5;
    private const int ChunkSize = 1_000;

    private static readonly Column<string> RegionCode = Text("code", AcademicRegion.CodeMaxLength);
    private static readonly Column<string> RegionName = Text("name", AcademicRegion.NameMaxLength);

    private static readonly Column<string> DepartmentCode = Text("code", Department.CodeMaxLength);
    private static readonly Column<string> DepartmentName = Text("name", Department.NameMaxLength);
    private static readonly Column<string> DepartmentRegion =
        Text("region_code", AcademicRegion.CodeMaxLength).RefersTo(RegionsName + ".csv", "code");

    private static readonly Column<string> EpciCode = Text("code", Epci.CodeMaxLength);
    private static readonly Column<string> EpciName = Text("name", Epci.NameMaxLength);
    private static readonly Column<string> EpciKind = Text("kind", Epci.KindMaxLength);

    private static readonly Column<InseeCode> CommuneCode = Insee("insee");
    private static readonly Column<string> CommuneName = Text("name", Commune.NameMaxLength);
    private static readonly Column<string> CommuneDepartment =
        Text("department_code", Department.CodeMaxLength).RefersTo(DepartmentsName + ".csv", "code");
    private static readonly Column<string?> CommuneEpci = OptionalText("epci_code", Epci.CodeMaxLength).RefersTo(EpcisName + ".csv", "code");
    private static readonly Column<IReadOnlyList<string>> Postcodes = OptionalList("postcodes", PostcodeMaxLength);
    private static readonly Column<int?> Population = OptionalWhole("population", 0, MaxPopulation);

    /// <summary>They tell which codes exist; the régions académiques have a file of their own.</summary>
    public static readonly FileDeclaration Regions = Prepared(RegionsName, RegionCode, RegionName);

    public static readonly FileDeclaration Departments = Prepared(DepartmentsName, DepartmentCode, DepartmentName, DepartmentRegion);

    public static readonly FileDeclaration Epcis = Prepared(EpcisName, EpciCode, EpciName, EpciKind);

    public static readonly FileDeclaration Communes =
        Prepared(CommunesName, CommuneCode, CommuneName, CommuneDepartment, CommuneEpci, Postcodes, Population);

    public static string DepartmentCodeOf(FileRow row) => row.Text(DepartmentCode);

    /// <summary>Code of the région or of the collectivity of a département.</summary>
    public static string RegionCodeOf(FileRow row) => row.Text(DepartmentRegion);

    public static async Task WriteDepartmentsAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var known = await KnownAsync(
            changes, key => key, keys => writing.Db.Departments.Where(row => keys.Contains(row.Code)), row => row.Code, ct);
        await writing.Rows.WriteBulkAsync(
            changes,
            known,
            row => new Department
            {
                Code = row.Get(DepartmentCode),
                Name = row.Get(DepartmentName),
                RegionCode = writing.Files.AcademicRegionOf(row.Get(DepartmentCode)),
            },
            ct);
    }

    public static async Task WriteEpcisAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var known = await KnownAsync(
            changes, key => key, keys => writing.Db.Epcis.Where(row => keys.Contains(row.Code)), row => row.Code, ct);
        await writing.Rows.WriteBulkAsync(
            changes, known, row => new Epci { Code = row.Get(EpciCode), Name = row.Get(EpciName), Kind = row.Get(EpciKind) }, ct);
    }

    public static async Task WriteCommunesAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var known = await KnownAsync(
            changes, InseeCode.Parse, keys => writing.Db.Communes.Where(row => keys.Contains(row.Code)), row => row.Code.Value, ct);
        // The centre comes from an import, which this file must not undo.
        await writing.Rows.WriteBulkAsync(
            changes, known, Map, ct, (commune, mapped) => (mapped.Latitude, mapped.Longitude) = (commune.Latitude, commune.Longitude));
    }

    private static Commune Map(FileRow row) => new()
    {
        Code = row.Get(CommuneCode),
        Name = row.Get(CommuneName),
        FoldedName = FoldedText.Of(row.Get(CommuneName)),
        DepartmentCode = row.Get(CommuneDepartment),
        EpciCode = row.Get(CommuneEpci),
        Postcodes = row.Text(Postcodes),
        Population = row.Get(Population),
    };

    private static FileDeclaration Prepared(string name, params Column[] columns) => new(name, [columns[0]], columns) { AllowsOtherColumns = true };

    private static async Task<Dictionary<string, T>> KnownAsync<T, TKey>(
        RowChanges changes, Func<string, TKey> keyOf, Func<IReadOnlyList<TKey>, IQueryable<T>> query, Func<T, string> textOf, CancellationToken ct)
    {
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var chunk in changes.KnownKeys.Select(keyOf).Chunk(ChunkSize))
        {
            await foreach (var entity in query(chunk).AsAsyncEnumerable().WithCancellation(ct))
            {
                known.Add(textOf(entity), entity);
            }
        }

        return known;
    }
}
