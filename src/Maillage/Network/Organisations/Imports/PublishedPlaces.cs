using System.Globalization;
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

    public string WithCommune(string address)
    {
        var parts = address.Split('|');
        if (parts[2].Length == 0 && parts[3].Length > 0 && _codes.TryGetValue((parts[1], Slug.From(parts[3])), out var code))
        {
            parts[2] = code;
        }

        return string.Join('|', parts);
    }

    public string? CentreOf(string address) => _centres.TryGetValue(address.Split('|')[2], out var centre)
        ? string.Create(CultureInfo.InvariantCulture, $"{centre.Latitude}|{centre.Longitude}|{CoordinatePrecision.CommuneCentroid.ToCode()}")
        : null;
}
