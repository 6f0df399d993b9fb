using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.Web.Components.Map;

namespace Maillage.Web.Components.Network;

/// <summary>How a family of partners is marked on a map: the name that styles know it by, and its letter.</summary>
public static class PartnerMark
{
    public static string MapKind(this OrganisationFamily family) => family switch
    {
        OrganisationFamily.School => "school",
        OrganisationFamily.HigherEducation => "higher",
        OrganisationFamily.Company => "company",
        _ => "institution",
    };

    public static string Letter(this OrganisationFamily family) => family switch
    {
        OrganisationFamily.School => "F",
        OrganisationFamily.HigherEducation => "U",
        OrganisationFamily.Company => "E",
        _ => "I",
    };

    /// <summary>Where an organisation is drawn; null when its place is not known.</summary>
    public static MapPlace? PlaceOf(this FranceMap map, Organisation organisation) =>
        organisation is { Latitude: { } latitude, Longitude: { } longitude } ? map.Place(new GeoPoint(latitude, longitude)) : null;

    public static MapMarker Marker(this Organisation organisation, MapPlace place)
    {
        var family = organisation.Kind.Family();
        return new MapMarker($"/organisations/{organisation.Slug}", organisation.Name, family.Letter(), place, Kind: family.MapKind());
    }
}
