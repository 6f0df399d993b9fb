using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Qualifications;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.TestKit;

public sealed partial class TestData
{
    /// <summary>A CAP of the first sector of the tests, without any code.</summary>
    public static Qualification Qualification(string name, Action<Qualification>? rest = null)
    {
        var qualification = new Qualification
        {
            Slug = Slug.From(name),
            Name = name,
            DiplomaType = DiplomaType.Cap,
            Level = 3,
            SectorCodes = [SectorCode],
            Provenance = Provenance,
        };
        rest?.Invoke(qualification);
        return qualification;
    }

    /// <summary>That qualification at that place in school year 2020-2021, unless another year is told.</summary>
    public static TrainingOffer Offer(
        Qualification qualification, Organisation organisation, TrainingMode mode = TrainingMode.Scolaire, int? capacity = null, int? enrolled = null,
        string year = "2020-2021") => new()
        {
            QualificationSlug = qualification.Slug,
            OrganisationSlug = organisation.Slug,
            Mode = mode,
            SchoolYear = PartialDate.Parse(year),
            Capacity = capacity,
            Enrolled = enrolled,
            Provenance = Provenance,
        };

    /// <summary>The second can follow the first, as a public authority writes it.</summary>
    public static PathwayLink Link(Qualification from, Qualification to, PathwayBasis basis = PathwayBasis.Official) => new()
    {
        FromSlug = from.Slug,
        ToSlug = to.Slug,
        Basis = basis,
        Licence = "ODbL-1.0",
        Provenance = Provenance,
    };

    public static CampusOfferChoice Choice(string campus, Qualification qualification, OfferDecision decision) => new()
    {
        CampusSlug = campus,
        QualificationSlug = qualification.Slug,
        Decision = decision,
        Provenance = Provenance,
    };

    public static Occupation Occupation(string rome, string name, string domain = "Restauration") => new()
    {
        Rome = rome,
        Name = new LocalizedText(name),
        Rome4Label = name,
        Domain = domain,
        Description = "Prépare les repas.",
        Provenance = Provenance,
    };
}
