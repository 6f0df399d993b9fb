using Maillage.Shared;

namespace Maillage.Catalogue.Offers;

/// <summary>What a campus decides of a qualification, against or beyond the rule.</summary>
public enum OfferDecision
{
    /// <summary>It belongs to the offer of the campus, though the rule does not say so.</summary>
    Included,

    /// <summary>It does not belong to it, whatever the rule says.</summary>
    Excluded,
}

/// <summary>A qualification that a campus adds to its offer, or takes out of it.</summary>
public sealed class CampusOfferChoice
{
    public required string CampusSlug { get; init; }

    public required string QualificationSlug { get; init; }

    public required OfferDecision Decision { get; set; }

    public required Provenance Provenance { get; set; }
}
