using Maillage.Data;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network.Territories.Imports;

/// <summary>A région, a département or an EPCI as it is published, or the académie of a département.</summary>
internal sealed class PublishedTerritory
{
    public const int NameMaxLength = 160;

    public required string DataSet { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of what it lies in, when the file tells: the région of a département, the académie of a département.</summary>
    public string? ParentCode { get; init; }

    /// <summary>Abbreviation of the legal form of an EPCI.</summary>
    public string? Kind { get; init; }
}

internal sealed class PublishedTerritoryTable : IEntityTypeConfiguration<PublishedTerritory>
{
    public void Configure(EntityTypeBuilder<PublishedTerritory> territory)
    {
        territory.ToTable("published_territories");
        territory.HasKey(row => new { row.DataSet, row.Code });
        territory.Property(row => row.DataSet).HasMaxLength(DataSet.NameMaxLength);
        territory.Property(row => row.Code).HasMaxLength(Epci.CodeMaxLength);
        territory.Property(row => row.Name).HasMaxLength(PublishedTerritory.NameMaxLength);
        territory.Property(row => row.ParentCode).HasMaxLength(Epci.CodeMaxLength);
        territory.Property(row => row.Kind).HasMaxLength(Epci.KindMaxLength);
    }
}

/// <summary>The territories of the Code officiel géographique, and the académies of the départements.</summary>
internal static class TerritoriesFiles
{
    private const string Licence = "Licence Ouverte 2.0";
    private const string AcademiesName = "geo/academies";

    private static readonly Column<string> Code = Columns.Text("code", Epci.CodeMaxLength);
    private static readonly Column<string> Name = Columns.Text("nom", PublishedTerritory.NameMaxLength);
    private static readonly Column<string?> Seat = Columns.OptionalText("chefLieu", Epci.CodeMaxLength);
    private static readonly Column<string> Zone = Columns.Text("zone", Epci.CodeMaxLength);
    private static readonly Column<string> RegionCode = Columns.Text("region", AcademicRegion.CodeMaxLength);
    private static readonly Column<string> Kind = Columns.Text("type", Epci.KindMaxLength);
    private static readonly Column<string?> Funding = Columns.OptionalText("modeFinancement", Epci.KindMaxLength);

    private static readonly Column<string?> DepartmentCode = Columns.OptionalText("codeDepartement", Epci.CodeMaxLength);
    private static readonly Column<string?> DepartmentName = Columns.OptionalText("libelleDepartement", PublishedTerritory.NameMaxLength);
    private static readonly Column<string> AcademieCode = Columns.Text("codeAcademie", Epci.CodeMaxLength);
    private static readonly Column<string> AcademieName = Columns.Text("libelleAcademie", PublishedTerritory.NameMaxLength);

    public static readonly DataSet Regions = new("geo/regions", "Insee, Code officiel géographique", Licence)
    {
        Page = new Uri("https://www.insee.fr/fr/information/2560452"),
        Columns = [Code, Name, Seat, Zone],
        Fills = [Fill.With(row => Territory(row, row.Get(Code), row.Get(Name)))],
    };

    public static readonly DataSet Departments = new("geo/departments", "Insee, Code officiel géographique", Licence)
    {
        Page = new Uri("https://www.insee.fr/fr/information/2560452"),
        Columns = [Code, Name, Seat, Zone, RegionCode],
        Fills = [Fill.With(row => Territory(row, row.Get(Code), row.Get(Name), row.Get(RegionCode)))],
        After = (import, ct) => import.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE departments AS t SET name = p.name FROM published_territories AS p
            WHERE p.data_set = {import.Run.DataSet} AND p.code = t.code AND t.name <> p.name
            """,
            ct),
    };

    public static readonly DataSet Epcis = new("geo/epcis", "Insee, Direction générale des collectivités locales", Licence)
    {
        Page = new Uri("https://www.insee.fr/fr/information/2510634"),
        Columns = [Code, Name, Kind, Funding],
        Fills = [Fill.With(row => Territory(row, row.Get(Code), row.Get(Name), kind: row.Get(Kind)))],
        After = RefreshEpcisAsync,
    };

    public static readonly DataSet Academies = new(AcademiesName, "Ministère de l’éducation nationale", "non précisée")
    {
        Columns = [DepartmentCode, DepartmentName, AcademieCode, AcademieName],
        // Several rows have no département: groups of académies, foreign countries.
        Fills = [Fill.With(row => row.Get(DepartmentCode) is { } code ? Territory(row, InseeOf(code), row.Get(AcademieName), row.Get(AcademieCode)) : null).KeepingFirst()],
    };

    public static readonly JoinRate DepartmentsToAcademies = new("network.join.departments_academies", DepartmentsToAcademiesAsync);

    private static PublishedTerritory Territory(ImportRow row, string code, string name, string? parent = null, string? kind = null) =>
        new() { DataSet = row.DataSet, Code = code, Name = name, ParentCode = parent, Kind = kind };

    /// <summary>The ministry writes three characters: 044, 02A, 974.</summary>
    private static string InseeOf(string code) => code.Length == Department.CodeMaxLength && code[0] == '0' ? code[1..] : code;

    private static async Task<int> RefreshEpcisAsync(AfterImport import, CancellationToken ct)
    {
        var updated = await import.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE epcis AS t SET name = p.name, kind = p.kind FROM published_territories AS p
            WHERE p.data_set = {import.Run.DataSet} AND p.code = t.code AND (t.name <> p.name OR t.kind <> p.kind)
            """,
            ct);
        var inserted = await import.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO epcis (code, name, kind) SELECT p.code, p.name, p.kind FROM published_territories AS p
            WHERE p.data_set = {import.Run.DataSet} AND NOT EXISTS (SELECT 1 FROM epcis AS t WHERE t.code = p.code)
            """,
            ct);
        return updated + inserted;
    }

    /// <summary>Our départements that the académie given by the ministry covers in our list too.</summary>
    private static async Task<FoundKeys> DepartmentsToAcademiesAsync(MaillageDb db, CancellationToken ct)
    {
        var departments = (await db.Departments.Select(row => row.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var academies = await db.Academies.AsNoTracking().ToDictionaryAsync(row => row.Code, StringComparer.Ordinal, ct);
        var published = await db.Set<PublishedTerritory>().AsNoTracking().Where(row => row.DataSet == AcademiesName).ToListAsync(ct);
        var ours = published.Where(row => departments.Contains(row.Code)).ToList();
        return new FoundKeys(ours.Count(row => academies.GetValueOrDefault(row.ParentCode!)?.Departments.Contains(row.Code) == true), ours.Count);
    }
}
