using System.Globalization;
using Maillage.Shared;

namespace Maillage.Web.Pages.Network.Organisations;

/// <summary>Identifiers as people read and copy them.</summary>
public static class Grouped
{
    private const char Space = '\u00a0';

    /// <summary>« 194 400 347 00010 ».</summary>
    public static string Siret(Siret siret) => $"{Siren(siret.Siren)}{Space}{siret.Value[Shared.Siren.Length..]}";

    /// <summary>« 194 400 347 ».</summary>
    public static string Siren(Siren siren) => $"{siren.Value[..3]}{Space}{siren.Value[3..6]}{Space}{siren.Value[6..]}";

    /// <summary>A place as addresses write it: <c>47.2184,-1.5536</c>.</summary>
    public static string Point(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.####},{point.Longitude:0.####}");
}
