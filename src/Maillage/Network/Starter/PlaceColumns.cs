using Maillage.Network.Campuses;
using Maillage.OpenData;

namespace Maillage.Network.Starter;

/// <summary>The columns that tell where a thing is, and what they must say together.</summary>
internal sealed class PlaceColumns(string prefix)
{
    // South, north, west, east of metropolitan France with Corsica, then of each overseas territory.
    private static readonly (double South, double North, double West, double East)[] France =
    [
        (41.2, 51.2, -5.3, 9.7),
        (15.7, 18.2, -63.2, -60.9),
        (14.3, 15.0, -61.3, -60.7),
        (2.0, 6.0, -54.7, -51.5),
        (-21.5, -20.8, 55.1, 55.9),
        (-13.1, -12.5, 44.9, 45.4),
        (-28.0, -7.0, -155.0, -134.0),
        (46.7, 47.2, -56.5, -56.0),
        (-23.0, -19.0, 163.0, 169.0),
    ];

    public Column<double?> Latitude { get; } = Columns.OptionalLatitude(prefix + "latitude");

    public Column<double?> Longitude { get; } = Columns.OptionalLongitude(prefix + "longitude");

    public Column<CoordinatePrecision?> Precision { get; } = Columns.OptionalCode<CoordinatePrecision>(prefix + "coordinate_precision");

    public void Check(FileRows file, ProblemList problems)
    {
        foreach (var row in file.Rows)
        {
            var (latitude, longitude) = (row.Text(Latitude), row.Text(Longitude));
            if (latitude.Length == 0 != (longitude.Length == 0))
            {
                var missing = latitude.Length == 0 ? Latitude.Name : Longitude.Name;
                problems.Add(StarterProblems.HalfCoordinates, file.Declaration.File, row.Line, missing, latitude + longitude);
            }
            else if (latitude.Length == 0 != (row.Text(Precision).Length == 0))
            {
                problems.Add(StarterProblems.CoordinatesWithoutPrecision, file.Declaration.File, row.Line, Precision.Name, row.Text(Precision));
            }
            else if (row.Get(Latitude) is { } lat && row.Get(Longitude) is { } lon && !IsInFrance(lat, lon))
            {
                problems.Add(StarterProblems.OutsideFrance, file.Declaration.File, row.Line, $"{Latitude.Name}, {Longitude.Name}", $"{latitude}, {longitude}");
            }
        }
    }

    private static bool IsInFrance(double latitude, double longitude) =>
        Array.Exists(France, box => latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East);
}
