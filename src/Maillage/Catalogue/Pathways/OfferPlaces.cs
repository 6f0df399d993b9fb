using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Pathways;

/// <summary>The offers of each qualification with their places as vectors: the nearest of them is the largest product.</summary>
internal sealed class OfferPlaces
{
    /// <summary>Counts for a step without a known place: further than any two places on Earth.</summary>
    public const double UnknownKm = 20_100;

    private readonly OfferRecord[] _offers;
    private readonly Direction?[] _directions;
    private readonly int[] _first;

    public OfferPlaces(int qualifications, IEnumerable<OfferRecord> offers, IReadOnlyDictionary<QualificationRecord, int> numbers)
    {
        _offers = [.. offers.OrderBy(offer => numbers[offer.Qualification])];
        _directions = Array.ConvertAll(_offers, offer => offer.Place.Point is { } point ? Direction.Of(point) : (Direction?)null);
        _first = new int[qualifications + 1];
        foreach (var offer in _offers)
        {
            _first[numbers[offer.Qualification] + 1]++;
        }

        for (var number = 0; number < qualifications; number++)
        {
            _first[number + 1] += _first[number];
        }
    }

    public ReadOnlySpan<OfferRecord> Of(int qualification) => _offers.AsSpan(_first[qualification].._first[qualification + 1]);

    /// <summary>Whether it can be prepared in a mode, or nothing is known of where it is prepared.</summary>
    public bool Admits(int qualification, TrainingMode mode)
    {
        var offers = Of(qualification);
        foreach (var offer in offers)
        {
            if (offer.Mode == mode)
            {
                return true;
            }
        }

        return offers.IsEmpty;
    }

    /// <summary>Distance to the nearest offer in kilometres, <see cref="UnknownKm"/> when none has a known place.</summary>
    public double NearestKm(int qualification, Direction near, TrainingMode? mode)
    {
        var closest = double.NegativeInfinity;
        for (var offer = _first[qualification]; offer < _first[qualification + 1]; offer++)
        {
            if (_directions[offer] is { } direction && (mode is null || _offers[offer].Mode == mode))
            {
                closest = Math.Max(closest, direction.Dot(near));
            }
        }

        return double.IsNegativeInfinity(closest) ? UnknownKm : Direction.Kilometres(closest);
    }

    /// <summary>A point of the globe as a unit vector.</summary>
    internal readonly record struct Direction(double X, double Y, double Z)
    {
        private const double EarthRadiusKm = 6371.0088;

        public static Direction Of(GeoPoint point)
        {
            var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
            return new Direction(Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
        }

        public double Dot(Direction other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

        public static double Kilometres(double dot) => EarthRadiusKm * Math.Acos(Math.Clamp(dot, -1, 1));
    }
}
