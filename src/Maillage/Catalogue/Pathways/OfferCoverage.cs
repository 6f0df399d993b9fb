using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Pathways;

/// <summary>What the register knows of one level in one mode: how many offers, at how many places, of which years.</summary>
/// <param name="First">Earliest of the latest years told; null when none is told.</param>
/// <param name="Last">Latest year told.</param>
public sealed record CoveredMode(TrainingMode Mode, int Offers, int Places, PartialDate? First, PartialDate? Last);

/// <summary>What the register covers, counted on the offers that it holds: a step without a place may exist all the same.</summary>
public sealed class OfferCoverage
{
    private readonly Dictionary<int, IReadOnlyList<CoveredMode>> _byLevel;

    private OfferCoverage(Dictionary<int, IReadOnlyList<CoveredMode>> byLevel) => _byLevel = byLevel;

    public static OfferCoverage Of(IEnumerable<OfferRecord> offers) => new(offers
        .GroupBy(offer => offer.Qualification.Level)
        .ToDictionary(
            level => level.Key,
            level => (IReadOnlyList<CoveredMode>)[.. level.GroupBy(offer => offer.Mode).OrderBy(mode => mode.Key).Select(Covered)]));

    /// <summary>The modes in which the level is covered; none when no offer of it is known.</summary>
    public IReadOnlyList<CoveredMode> Of(int level) => _byLevel.GetValueOrDefault(level, []);

    private static CoveredMode Covered(IGrouping<TrainingMode, OfferRecord> offers)
    {
        var years = offers.Select(offer => offer.Latest?.SchoolYear).OfType<PartialDate>().ToList();
        return new CoveredMode(
            offers.Key,
            offers.Count(),
            offers.DistinctBy(offer => offer.Place.Slug, StringComparer.Ordinal).Count(),
            years.Count == 0 ? null : years.Min(),
            years.Count == 0 ? null : years.Max());
    }
}
