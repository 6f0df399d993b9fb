using Maillage.Network.Register;
using Maillage.Web.Components.Map;

namespace Maillage.Web.Components.Network;

/// <summary>The same campuses as a map and as a list, which is what <c>_MapAndList</c> draws.</summary>
public sealed record CampusListing(IReadOnlyList<CampusOnDay> Campuses, IReadOnlyDictionary<string, MapPlace> Places, FranceMap Map)
{
    /// <summary>Shows the surroundings of the markers instead of the country.</summary>
    public bool FitsMarkers { get; init; }

    public MapView MapView => new(Map,
    [
        .. from item in Campuses
           where Places.ContainsKey(item.Campus.Slug)
           let campus = item.Campus
           select new MapMarker($"/campus/{campus.Slug}", campus.Name, campus.Sector.Letter(), Places[campus.Slug], Sector: campus.Sector.Code),
    ])
    {
        FitsMarkers = FitsMarkers,
    };
}
