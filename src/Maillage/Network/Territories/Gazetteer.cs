using Maillage.Data;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Network.Territories;

/// <summary>A commune around which one can look.</summary>
/// <param name="Department">Name of its département.</param>
/// <param name="Point">Its centre, or the middle of its organisations; null when neither is known.</param>
public sealed record NamedPlace(string Name, string Department, string? Postcode, int? Population, GeoPoint? Point);

/// <summary>The communes by what people call them: a name, whatever accents and hyphens, or a postcode.</summary>
public sealed class Gazetteer : IAsOfRevision
{
    private const int PostcodeLength = 5;

    private readonly ILookup<string, NamedPlace> _byName;
    private readonly ILookup<string, NamedPlace> _byPostcode;

    private Gazetteer(long revision, IReadOnlyList<(NamedPlace Place, IReadOnlyList<string> Postcodes)> communes)
    {
        Revision = revision;
        _byName = communes.ToLookup(row => Written(row.Place.Name), row => row.Place, StringComparer.Ordinal);
        _byPostcode = communes.SelectMany(row => row.Postcodes, (row, postcode) => (postcode, row.Place))
            .ToLookup(pair => pair.postcode, pair => pair.Place, StringComparer.Ordinal);
    }

    public long Revision { get; }

    /// <summary>Those that bear the name or the postcode, the most peopled first; both together tell namesakes apart.</summary>
    public IReadOnlyList<NamedPlace> Find(string text)
    {
        var words = Written(text).Split('-');
        var postcode = Array.Find(words, word => word.Length == PostcodeLength && word.All(char.IsAsciiDigit));
        var name = string.Join('-', words.Where(word => word != postcode));
        var found = (name, postcode) switch
        {
            (_, null) => _byName[name],
            ("", _) => _byPostcode[postcode],
            _ => _byName[name].Intersect(_byPostcode[postcode]),
        };
        return [.. found.OrderByDescending(place => place.Population)];
    }

    internal static async Task<Gazetteer> ReadAsync(Database database, long revision, CancellationToken ct)
    {
        await using var tables = await TableReader.OpenAsync(database, ct);
        var departments = (await tables.ReadAsync("departments", RegisterRows.Department, ct)).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        var organisations = await tables.ReadAsync(
            "organisations", row => (Commune: row.OptionalText("commune_code"), Latitude: row.OptionalReal("latitude"), Longitude: row.OptionalReal("longitude")), ct);
        var middles = organisations.Where(row => row is { Commune: not null, Latitude: not null, Longitude: not null })
            .GroupBy(row => row.Commune!, StringComparer.Ordinal)
            .ToDictionary(
                commune => commune.Key,
                commune => new GeoPoint(commune.Average(row => row.Latitude!.Value), commune.Average(row => row.Longitude!.Value)),
                StringComparer.Ordinal);
        return new Gazetteer(revision, await tables.ReadAsync("communes", row => Commune(row, departments, middles), ct));
    }

    private static (NamedPlace Place, IReadOnlyList<string> Postcodes) Commune(
        TableRow row, Dictionary<string, string> departments, Dictionary<string, GeoPoint> middles)
    {
        var (department, postcodes) = (row.Text("department_code"), row.Codes("postcodes"));
        var centre = (row.OptionalReal("latitude"), row.OptionalReal("longitude")) is ({ } latitude, { } longitude) ? new GeoPoint(latitude, longitude)
            : middles.TryGetValue(row.Text("code"), out var middle) ? middle
            : (GeoPoint?)null;
        var place = new NamedPlace(
            row.Text("name"), departments.GetValueOrDefault(department, department), postcodes.FirstOrDefault(), row.OptionalWhole("population"), centre);
        return (place, postcodes);
    }

    /// <summary>Saint and Sainte are written short as often as not.</summary>
    private static string Written(string name) => string.Join('-', Slug.From(string.Join(' ', FoldedText.Words(name))).Split('-').Select(word => word switch { "st" => "saint", "ste" => "sainte", _ => word }));
}
