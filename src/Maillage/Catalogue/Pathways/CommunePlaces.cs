using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Catalogue.Pathways;

/// <summary>A commune where something is taught: its place is the middle of those of its organisations.</summary>
public sealed record CommunePlace(string Name, string? Postcode, GeoPoint Point);

/// <summary>Finds a commune by its name, whatever accents and hyphens, or by a postcode of one of its organisations.</summary>
public sealed class CommunePlaces
{
    private readonly ILookup<string, CommunePlace> _byName;
    private readonly ILookup<string, CommunePlace> _byPostcode;

    public CommunePlaces(IEnumerable<OrganisationPlace> places)
    {
        var communes = places.Where(place => place is { Commune: not null, Point: not null })
            .DistinctBy(place => place.Slug, StringComparer.Ordinal)
            .GroupBy(place => place.CommuneCode?.Value ?? Slug.From(place.Commune!), StringComparer.Ordinal)
            .Select(group => (Postcodes: group.Select(place => place.Postcode).OfType<string>().Distinct(StringComparer.Ordinal), Place: Middle([.. group])))
            .ToList();
        _byName = communes.ToLookup(commune => Slug.From(commune.Place.Name), commune => commune.Place, StringComparer.Ordinal);
        _byPostcode = communes.SelectMany(commune => commune.Postcodes, (commune, postcode) => (postcode, commune.Place))
            .ToLookup(pair => pair.postcode, pair => pair.Place, StringComparer.Ordinal);
    }

    /// <summary>Those that bear the name or the postcode; the postcode may follow the name, to tell namesakes apart.</summary>
    public IReadOnlyList<CommunePlace> Find(string text)
    {
        var words = Slug.From(text).Split('-');
        var postcode = Array.Find(words, word => word.Length == 5 && word.All(char.IsAsciiDigit));
        var name = string.Join('-', words.Where(word => word != postcode));
        return (name, postcode) switch
        {
            ("", { } code) => [.. _byPostcode[code]],
            (_, { } code) => [.. _byName[name].Where(commune => _byPostcode[code].Contains(commune))],
            _ => [.. _byName[name]],
        };
    }

    private static CommunePlace Middle(List<OrganisationPlace> places) => new(
        places[0].Commune!,
        places.Select(place => place.Postcode).FirstOrDefault(postcode => postcode is not null),
        new GeoPoint(places.Average(place => place.Point!.Value.Latitude), places.Average(place => place.Point!.Value.Longitude)));
}
