using Maillage.Network.Register;
using Maillage.Web.Components.Map;

namespace Maillage.Web.Components.Network;

/// <summary>The same campuses as a map and as a list, which is what <c>_MapAndList</c> draws.</summary>
public sealed record CampusListing(IReadOnlyList<CampusOnDay> Campuses, IReadOnlyDictionary<string, MapPlace> Places, FranceMap Map)
{
    /// <summary>Whether the interactive map opens on its markers rather than on the whole country.</summary>
    public string? Fit { get; init; }
}
