using System.Globalization;

namespace Maillage.Shared;

/// <summary>A place on Earth, WGS84, decimal degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>As addresses write it, to the metre: <c>47.2184,-1.5536</c>.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.#####},{Longitude:0.#####}");

    public static bool IsValid(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;

    /// <summary>Great-circle distance in kilometres (haversine).</summary>
    public double DistanceKm(GeoPoint other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (sinLat, sinLon) = (Math.Sin((lat2 - lat1) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        var chord = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>Half sides, in degrees, of the smallest box that holds a circle around this point.</summary>
    public (double Latitude, double Longitude) BoxAround(double radiusKm)
    {
        var latitude = double.RadiansToDegrees(radiusKm / EarthRadiusKm);
        var shrink = Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(Latitude) + latitude)));
        return (latitude, latitude / shrink);
    }
}
