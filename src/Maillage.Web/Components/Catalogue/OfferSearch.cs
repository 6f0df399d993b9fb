using System.Globalization;
using Maillage.Catalogue.Offers;
using Maillage.Network.Register;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Catalogue;

/// <summary>The filters of a list of places where something is prepared, as its address writes them.</summary>
public static class OfferSearch
{
    /// <summary>Radii that pages offer around a place.</summary>
    public static readonly IReadOnlyList<string> Radii = ["5", "10", "20", "50", "100"];

    public static OfferFilter Places(this AddressFilters address, NetworkRegister register, AskedPlace place, Texts texts)
    {
        var radius = address.Known("radiusKm", texts["network.organisations.radius"], Radii);
        return new OfferFilter
        {
            Region = address.Known("region", texts["network.search.region"], register.Regions.Select(region => region.Code)),
            Mode = address.OneOf<TrainingMode>("mode", texts["catalogue.search.mode"]),
            Near = place.Point,
            RadiusKm = radius is null ? OfferFilter.DefaultRadiusKm : double.Parse(radius, CultureInfo.InvariantCulture),
        };
    }
}
