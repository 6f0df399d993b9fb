using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>What the list of communes adds to an address: the code of a commune told by name and postcode, and its centre.</summary>
internal sealed class PublishedPlaces
{
    private readonly Dictionary<(string Postcode, string Name), string> _codes = [];
    private readonly Dictionary<string, GeoPoint> _centres = new(StringComparer.Ordinal);

    private PublishedPlaces()
    {
    }

    public static async Task<PublishedPlaces> ReadAsync(MaillageDb db, CancellationToken ct)
    {
        var places = new PublishedPlaces();
        await foreach (var commune in db.Communes.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            var name = Slug.From(commune.Name);
            foreach (var postcode in commune.Postcodes.Split('|'))
            {
                places._codes.TryAdd((postcode, name), commune.Code.Value);
            }

            if (commune is { Latitude: { } latitude, Longitude: { } longitude })
            {
                places._centres.Add(commune.Code.Value, new GeoPoint(latitude, longitude));
            }
        }

        return places;
    }

    public string WithCommune(string text)
    {
        var address = AddressText.Parse(text);
        return address is { CommuneCode: "", Commune.Length: > 0 } && _codes.TryGetValue((address.Postcode, Slug.From(address.Commune)), out var code)
            ? (address with { CommuneCode = code }).ToString()
            : text;
    }

    public string? CentreOf(string address) => _centres.TryGetValue(AddressText.Parse(address).CommuneCode, out var centre)
        ? OrganisationFields.PointText(centre.Latitude, centre.Longitude, CoordinatePrecision.CommuneCentroid)
        : null;
}
