using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;

namespace Maillage.Catalogue.Pathways;

/// <summary>A place where a qualification is prepared, with the modes it offers there.</summary>
/// <param name="DistanceKm">Null when no point is asked for, or the place has none.</param>
/// <param name="Offers">One a mode.</param>
public sealed record StepPlace(OrganisationPlace Place, double? DistanceKm, IReadOnlyList<OfferRecord> Offers);

/// <summary>Where a qualification is prepared, as far as is known: a few places, the nearest first, and how many others.</summary>
/// <param name="Shown">Within the radius; the nearest one alone when all are further.</param>
/// <param name="Others">Places known and not shown.</param>
/// <param name="OtherModes">Places that prepare it in modes other than the one asked for.</param>
public sealed record StepPlaces(IReadOnlyList<StepPlace> Shown, int Others, int OtherModes)
{
    public const int MostShown = 3;

    /// <summary>Whether the register knows no place at all: it may exist all the same.</summary>
    public bool IsUnknown => Shown.Count == 0 && OtherModes == 0;

    public static StepPlaces Of(IEnumerable<OfferRecord> offers, PathwayQuestion question, double radiusKm)
    {
        var all = offers.GroupBy(offer => offer.Place.Slug, StringComparer.Ordinal).ToList();
        var places = all
            .Select(group => new StepPlace(
                group.First().Place,
                question.Near is { } near ? group.First().Place.Point?.DistanceKm(near) : null,
                [.. group.Where(offer => question.Mode is null || offer.Mode == question.Mode)]))
            .Where(place => place.Offers.Count > 0)
            .OrderBy(place => place.DistanceKm ?? OfferPlaces.UnknownKm)
            .ThenBy(place => place.Place.Name, StringComparer.Ordinal)
            .ToList();
        var shown = places.Take(MostShown).Where((place, index) => index == 0 || question.Near is null || place.DistanceKm <= radiusKm).ToList();
        return new StepPlaces(shown, places.Count - shown.Count, all.Count - places.Count);
    }
}
