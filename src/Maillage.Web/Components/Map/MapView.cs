using System.Globalization;

namespace Maillage.Web.Components.Map;

/// <summary>One marker of the server-drawn map; the interactive map reads the list beside it instead.</summary>
/// <param name="Href">Address of what it stands for.</param>
/// <param name="Title">Its name.</param>
/// <param name="Letter">What is written in it.</param>
/// <param name="Place">Where it is drawn.</param>
/// <param name="Sector">Code of the sector that colours it.</param>
/// <param name="Kind">Family of partners that colours and shapes it, when it has no sector.</param>
public sealed record MapMarker(string Href, string Title, string Letter, MapPlace Place, string? Sector = null, string? Kind = null);

/// <summary>A map as <c>_Map</c> draws it: the whole country, or the part around its markers.</summary>
public sealed record MapView(FranceMap Map, IReadOnlyList<MapMarker> Markers)
{
    private const double MinWidth = 420;
    private const double Margin = 70;

    /// <summary>Shows the surroundings of the markers instead of the country.</summary>
    public bool FitsMarkers { get; init; }

    /// <summary>Whether some markers stand for places that are not known, which the legend then explains.</summary>
    public bool HasUnknownPlaces => Markers.Any(marker => !marker.Place.IsKnown);

    /// <summary>The part of the drawing that is shown: left, top, width, height.</summary>
    public string ViewBox
    {
        get
        {
            var ratio = Map.Height / Map.Width;
            if (!FitsMarkers || Markers.Count == 0)
            {
                return Text(0, 0, Map.Width, Map.Height);
            }

            var (west, east) = (Markers.Min(marker => marker.Place.X), Markers.Max(marker => marker.Place.X));
            var (north, south) = (Markers.Min(marker => marker.Place.Y), Markers.Max(marker => marker.Place.Y));
            var width = Math.Min(Map.Width, Math.Max(MinWidth, Math.Max(east - west + (2 * Margin), (south - north + (2 * Margin)) / ratio)));
            var (x, y) = (((west + east) - width) / 2, ((north + south) - (width * ratio)) / 2);
            return Text(Math.Clamp(x, 0, Map.Width - width), Math.Clamp(y, 0, Map.Height - (width * ratio)), width, width * ratio);
        }
    }

    private static string Text(params double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("0.#", CultureInfo.InvariantCulture)));
}
