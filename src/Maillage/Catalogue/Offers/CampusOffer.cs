using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Network.Register;

namespace Maillage.Catalogue.Offers;

/// <summary>
/// What a campus offers: what its members prepare, among the qualifications of its sector or related to it, and those that
/// it includes; never those that it excludes. A rule, so that it follows the facts.
/// </summary>
public sealed class CampusOffer
{
    private readonly string _campus;
    private readonly string _sector;
    private readonly Dictionary<string, OfferDecision> _decisions;

    private CampusOffer(NationalCatalogue catalogue, CampusRecord campus)
    {
        (_campus, _sector) = (campus.Slug, campus.Sector.Code);
        _decisions = catalogue.ChoicesOf(campus.Slug).ToDictionary(choice => choice.QualificationSlug, choice => choice.Decision, StringComparer.Ordinal);
    }

    public static CampusOffer Of(NationalCatalogue catalogue, CampusRecord campus) => new(catalogue, campus);

    public bool Includes(OrganisationPlace place) => place.CampusSlugs.Contains(_campus, StringComparer.Ordinal);

    public bool Includes(QualificationRecord qualification) =>
        _decisions.TryGetValue(qualification.Slug, out var decision)
            ? decision is OfferDecision.Included
            : qualification.SectorCodes.Contains(_sector, StringComparer.Ordinal) || qualification.CampusSlugs.Contains(_campus, StringComparer.Ordinal);

    /// <summary>By level and name of the qualification, then name of the place.</summary>
    public IReadOnlyList<OfferRecord> In(NationalCatalogue catalogue) => new OfferFilter { Of = this }.Apply(catalogue);
}
