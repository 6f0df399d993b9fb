using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class GeoPointTests
{
    private const double EarthRadiusKm = 6371.0088;

    [Fact]
    public void Distance_NantesToParis_IsWhatMapsSay()
    {
        var nantes = new GeoPoint(47.2184, -1.5536);
        var paris = new GeoPoint(48.8566, 2.3522);

        Assert.InRange(nantes.DistanceKm(paris), 342, 344);
        Assert.Equal(nantes.DistanceKm(paris), paris.DistanceKm(nantes), 9);
        Assert.Equal(0, nantes.DistanceKm(nantes));
    }

    [Fact]
    public void Box_AroundAnyCircle_ContainsIt()
    {
        var centre = Gen.Select(Gen.Double[-60, 60], Gen.Double[-180, 180], (latitude, longitude) => new GeoPoint(latitude, longitude));
        Gen.Select(centre, Gen.Double[0.1, 500], Gen.Double[0, 2 * Math.PI], Gen.Double[0, 1]).Sample((point, radius, bearing, share) =>
        {
            var (halfLatitude, halfLongitude) = point.BoxAround(radius);
            var reached = At(point, bearing, radius * share);

            Assert.InRange(Math.Abs(reached.Latitude - point.Latitude), 0, halfLatitude + 1e-9);
            Assert.InRange(Math.Abs(reached.Longitude - point.Longitude), 0, halfLongitude + 1e-9);
            // A centimetre: comparing rounded numbers fails now and then on either side of a half.
            Assert.InRange(Math.Abs((radius * share) - point.DistanceKm(reached)), 0, 1e-5);
        });
    }

    // The place reached by going straight from a point: the direct problem on the sphere.
    private static GeoPoint At(GeoPoint from, double bearing, double km)
    {
        var (angle, latitude) = (km / EarthRadiusKm, double.DegreesToRadians(from.Latitude));
        var sine = (Math.Sin(latitude) * Math.Cos(angle)) + (Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing));
        var turn = Math.Atan2(Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - (Math.Sin(latitude) * sine));
        return new GeoPoint(double.RadiansToDegrees(Math.Asin(sine)), from.Longitude + double.RadiansToDegrees(turn));
    }
}
