using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Components.Map;

/// <summary>
/// Where a place is drawn: in degrees of the displayed map, where overseas territories stand in insets beside the hexagon,
/// and in units of the drawing <c>assets/france.svg</c>. Not known: drawn somewhere inside its région, hollow.
/// </summary>
public sealed record MapPlace(double Longitude, double Latitude, double X, double Y, bool IsKnown)
{
    public string LongitudeText => Longitude.ToString("0.####", CultureInfo.InvariantCulture);

    public string LatitudeText => Latitude.ToString("0.####", CultureInfo.InvariantCulture);

    public string XText => X.ToString("0.#", CultureInfo.InvariantCulture);

    public string YText => Y.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>
/// The displayed map of France: Web Mercator, in which each overseas territory is moved and scaled into its inset by the
/// numbers that the asset build wrote, the same on both sides.
/// </summary>
public sealed class FranceMap
{
    // Two markers closer than this, in units of the drawing, would hide one another.
    private const double MarkerSize = 34;

    private readonly IReadOnlyList<Inset> _insets;
    private readonly FrozenDictionary<string, List<Mercator>> _anchors;
    private readonly ConditionalWeakTable<NetworkRegister, FrozenDictionary<string, MapPlace>> _places = [];
    private readonly double _scale;
    private readonly Mercator _translate;

    public FranceMap(string preparedFolder)
    {
        _insets = [.. Read(preparedFolder, "insets.csv", row => new Inset(
            new Mercator(row[6], row[7]), new Mercator(row[8], row[9]), row[5], row[1], row[2], row[3], row[4]))];
        _anchors = Read(preparedFolder, "region_anchors.csv", row => (Region: row.Text(0), Point: new Mercator(row[2], row[3])))
            .GroupBy(row => row.Region, row => row.Point, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        (Width, Height, _scale, _translate) = Read(preparedFolder, "map.csv",
            row => (row[0], row[1], row[2], new Mercator(row[3], row[4]))).Single();
    }

    /// <summary>Size of the drawing, in its units.</summary>
    public double Width { get; }

    public double Height { get; }

    public MapPlace Place(GeoPoint point) => Place(Display(point), isKnown: true);

    /// <summary>Where each campus is drawn, by slug; computed once for a register.</summary>
    public IReadOnlyDictionary<string, MapPlace> PlacesOf(NetworkRegister register) => _places.GetValue(register, PlaceAll);

    private FrozenDictionary<string, MapPlace> PlaceAll(NetworkRegister register)
    {
        var places = register.Campuses.Where(campus => campus.Seat is not null)
            .ToDictionary(campus => campus.Slug, campus => Place(campus.Seat!.Point), StringComparer.Ordinal);
        foreach (var campus in register.Campuses.Where(campus => campus.Seat is null))
        {
            if (_anchors.TryGetValue(campus.Regions[0].Code, out var anchors))
            {
                var candidates = anchors.Select(anchor => Place(anchor, isKnown: false)).ToList();
                places[campus.Slug] = candidates.Find(place => places.Values.All(taken => Apart(taken, place))) ?? candidates[0];
            }
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool Apart(MapPlace one, MapPlace other) => Math.Abs(one.X - other.X) > MarkerSize || Math.Abs(one.Y - other.Y) > MarkerSize;

    private Mercator Display(GeoPoint point)
    {
        var mercator = Mercator.Of(point);
        return _insets.FirstOrDefault(inset => inset.Holds(point)) is { } inset
            ? new Mercator(inset.To.X + ((mercator.X - inset.From.X) * inset.Scale), inset.To.Y + ((mercator.Y - inset.From.Y) * inset.Scale))
            : mercator;
    }

    private MapPlace Place(Mercator display, bool isKnown)
    {
        var degrees = display.ToDegrees();
        return new MapPlace(degrees.Longitude, degrees.Latitude, (display.X * _scale) + _translate.X, (display.Y * _scale) + _translate.Y, isKnown);
    }

    private static IEnumerable<T> Read<T>(string folder, string file, Func<Row, T> map) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => map(new Row(line.Split(','))));

    private sealed record Row(string[] Cells)
    {
        public double this[int index] => double.Parse(Cells[index], CultureInfo.InvariantCulture);

        public string Text(int index) => Cells[index];
    }

    private sealed record Inset(Mercator From, Mercator To, double Scale, double West, double South, double East, double North)
    {
        public bool Holds(GeoPoint point) =>
            point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;
    }

    private readonly record struct Mercator(double X, double Y)
    {
        public static Mercator Of(GeoPoint point) => new(
            (point.Longitude + 180) / 360,
            0.5 - (Math.Log(Math.Tan((Math.PI / 4) + (double.DegreesToRadians(point.Latitude) / 2))) / (2 * Math.PI)));

        public GeoPoint ToDegrees() => new(double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * Y))))), (X * 360) - 180);
    }
}
