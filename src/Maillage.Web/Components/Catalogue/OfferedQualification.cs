using Maillage.Catalogue.Register;

namespace Maillage.Web.Components.Catalogue;

/// <summary>A qualification with those of its offers that a page shows.</summary>
public sealed record OfferedQualification(QualificationRecord Qualification, IReadOnlyList<OfferRecord> Offers)
{
    /// <summary>In the order of the offers: by level, then name.</summary>
    public static IReadOnlyList<OfferedQualification> Of(IEnumerable<OfferRecord> offers) =>
        [.. offers.GroupBy(offer => offer.Qualification).Select(group => new OfferedQualification(group.Key, [.. group]))];
}
