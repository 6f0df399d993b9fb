using System.Text.Json;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network.Territories.Imports;

/// <summary>A commune as the geographic authorities publish it, with its centre.</summary>
internal sealed class PublishedCommune
{
    public required InseeCode Code { get; init; }

    public required string Name { get; init; }

    public required string FoldedName { get; init; }

    public required string DepartmentCode { get; init; }

    public string? EpciCode { get; init; }

    /// <summary>Separated by <c>|</c>.</summary>
    public required string Postcodes { get; init; }

    public int? Population { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}

internal sealed class PublishedCommuneTable : IEntityTypeConfiguration<PublishedCommune>
{
    public void Configure(EntityTypeBuilder<PublishedCommune> commune)
    {
        commune.ToTable("published_communes");
        commune.HasKey(row => row.Code);
        commune.Property(row => row.Name).HasMaxLength(Commune.NameMaxLength);
        commune.Property(row => row.FoldedName).HasMaxLength(Commune.NameMaxLength);
        commune.Property(row => row.DepartmentCode).HasMaxLength(Department.CodeMaxLength);
        commune.Property(row => row.EpciCode).HasMaxLength(Epci.CodeMaxLength);
        commune.Property(row => row.Postcodes).HasMaxLength(Commune.PostcodesMaxLength);
    }
}

/// <summary>Communes with their centres: the answer of the géo API of the State, or a table of the same columns.</summary>
internal static class CommunesFile
{
    private const int MostPeople = 5_000_000;
    private const int CentreMaxLength = 200;

    private static readonly Column<InseeCode> Code = Columns.Insee("code").Or("insee", "com");
    private static readonly Column<string> Name = Columns.Text("nom", Commune.NameMaxLength);
    private static readonly Column<string> DepartmentCode = Columns.Text("departement", Department.CodeMaxLength).Or("codeDepartement");
    private static readonly Column<string?> EpciCode = Columns.OptionalText("epci", Epci.CodeMaxLength).Or("codeEpci").MayBeAbsent();
    private static readonly Column<string?> Postcodes = Columns.OptionalText("codesPostaux", Commune.PostcodesMaxLength);
    private static readonly Column<int?> Population = Columns.OptionalWhole("population", 0, MostPeople).MayBeAbsent();
    private static readonly Column<double?> Latitude = Columns.OptionalLatitude("latitude").MayBeAbsent();
    private static readonly Column<double?> Longitude = Columns.OptionalLongitude("longitude").MayBeAbsent();
    private static readonly Column<string?> Centre = Columns.OptionalText("centre", CentreMaxLength).MayBeAbsent();

    public static readonly DataSet DataSet = new("geo/communes", "Insee, IGN, La Poste", "Licence Ouverte 2.0 ; points de La Poste sous ODbL")
    {
        Page = new Uri("https://geo.api.gouv.fr/decoupage-administratif/communes"),
        Resource = new Uri("https://geo.api.gouv.fr/communes?fields=nom,code,codeDepartement,codeEpci,codesPostaux,population,centre&format=json"),
        Columns = [Code, Name, DepartmentCode, EpciCode, Postcodes, Population, Latitude, Longitude, Centre],
        Fills = [Fill.With(Map)],
        After = RefreshAsync,
    };

    private static PublishedCommune Map(ImportRow row)
    {
        var point = row.Get(Latitude) is { } latitude && row.Get(Longitude) is { } longitude ? new GeoPoint(latitude, longitude) : PointOf(row.Get(Centre));
        return new PublishedCommune
        {
            Code = row.Get(Code),
            Name = row.Get(Name),
            FoldedName = FoldedText.Of(row.Get(Name)),
            DepartmentCode = row.Get(DepartmentCode),
            EpciCode = row.Get(EpciCode),
            Postcodes = string.Join('|', PostcodesIn(row.Get(Postcodes))),
            Population = row.Get(Population),
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
        };
    }

    /// <summary>Brings our communes to what is published; those that the file does not have stay as they are.</summary>
    private static async Task<int> RefreshAsync(AfterImport import, CancellationToken ct)
    {
        var database = import.Db.Database;
        var updated = await database.ExecuteSqlAsync(
            $"""
            UPDATE communes AS t SET name = p.name, folded_name = p.folded_name, postcodes = p.postcodes, population = p.population,
              latitude = p.latitude, longitude = p.longitude
            FROM published_communes AS p
            WHERE p.code = t.code AND (t.name IS DISTINCT FROM p.name OR t.postcodes IS DISTINCT FROM p.postcodes
              OR t.population IS DISTINCT FROM p.population OR t.latitude IS DISTINCT FROM p.latitude OR t.longitude IS DISTINCT FROM p.longitude)
            """,
            ct);
        var inserted = await database.ExecuteSqlAsync(
            $"""
            INSERT INTO communes (code, name, folded_name, department_code, epci_code, postcodes, population, latitude, longitude)
            SELECT p.code, p.name, p.folded_name, p.department_code, e.code, p.postcodes, p.population, p.latitude, p.longitude
            FROM published_communes AS p JOIN departments AS d ON d.code = p.department_code LEFT JOIN epcis AS e ON e.code = p.epci_code
            WHERE NOT EXISTS (SELECT 1 FROM communes AS t WHERE t.code = p.code)
            """,
            ct);
        return updated + inserted;
    }

    /// <summary>A point of GeoJSON; null when it is none.</summary>
    private static GeoPoint? PointOf(string? json)
    {
        try
        {
            return json is not null && JsonSerializer.Deserialize<PointText>(json, JsonSerializerOptions.Web)?.Coordinates is [var longitude, var latitude]
                && GeoPoint.IsValid(latitude, longitude)
                ? new GeoPoint(latitude, longitude)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whatever signs stand between them: <c>44000|44100</c>, <c>["44000","44100"]</c>.</summary>
    private static string[] PostcodesIn(string? text) =>
        string.Concat((text ?? "").Select(character => char.IsAsciiDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed record PointText(double[]? Coordinates);
}
