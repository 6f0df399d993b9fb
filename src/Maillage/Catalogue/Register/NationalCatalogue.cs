using System.Collections.Frozen;
using Maillage.Catalogue.Offers;
using Maillage.Data;

namespace Maillage.Catalogue.Register;

/// <summary>
/// The catalogue in memory, whole and immutable, as of one published revision: qualifications, offers, occupations and the
/// steps between qualifications. Some fifty thousand offers weigh some tens of megabytes, and every walk is then a look-up.
/// </summary>
public sealed class NationalCatalogue : IAsOfRevision
{
    private readonly FrozenDictionary<string, QualificationRecord> _bySlug;
    private readonly FrozenDictionary<string, QualificationRecord> _byCfd;
    private readonly FrozenDictionary<string, OccupationRecord> _byRome;
    private readonly ILookup<string, QualificationRecord> _ofOccupation;
    private readonly ILookup<QualificationRecord, OfferRecord> _offersOf;
    private readonly ILookup<string, OfferRecord> _offersAt;
    private readonly ILookup<QualificationRecord, PathwayStep> _from;
    private readonly ILookup<QualificationRecord, PathwayStep> _to;
    private readonly ILookup<string, CampusOfferChoice> _choices;
    private readonly Lazy<OfferTable> _table;

    public NationalCatalogue(
        long revision,
        IReadOnlyList<QualificationRecord> qualifications,
        IReadOnlyList<OfferRecord> offers,
        IReadOnlyList<OccupationRecord> occupations,
        IReadOnlyList<PathwayStep> steps,
        IReadOnlyList<CampusOfferChoice>? choices = null)
    {
        Revision = revision;
        Qualifications = qualifications;
        Offers = offers;
        Occupations = occupations;
        Steps = steps;
        _bySlug = qualifications.ToFrozenDictionary(row => row.Slug, StringComparer.Ordinal);
        _byCfd = qualifications.Where(row => row.Cfd is not null).ToFrozenDictionary(row => row.Cfd!, StringComparer.Ordinal);
        _byRome = occupations.ToFrozenDictionary(row => row.Rome, StringComparer.Ordinal);
        _ofOccupation = qualifications.SelectMany(row => row.RomeCodes, (row, rome) => (rome, row))
            .ToLookup(pair => pair.rome, pair => pair.row, StringComparer.Ordinal);
        _offersOf = offers.ToLookup(offer => offer.Qualification);
        _offersAt = offers.ToLookup(offer => offer.Place.Slug, StringComparer.Ordinal);
        _from = steps.ToLookup(step => step.From);
        _to = steps.ToLookup(step => step.To);
        _choices = (choices ?? []).ToLookup(choice => choice.CampusSlug, StringComparer.Ordinal);
        _table = new Lazy<OfferTable>(() => new OfferTable(this));
    }

    /// <summary>Published revision for which it was read.</summary>
    public long Revision { get; }

    /// <summary>By level, then name.</summary>
    public IReadOnlyList<QualificationRecord> Qualifications { get; }

    /// <summary>By level and name of the qualification, then name of the place and mode.</summary>
    public IReadOnlyList<OfferRecord> Offers { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<OccupationRecord> Occupations { get; }

    public IReadOnlyList<PathwayStep> Steps { get; }

    internal OfferTable Table => _table.Value;

    public QualificationRecord? Qualification(string slug) => _bySlug.GetValueOrDefault(slug);

    public QualificationRecord? QualificationOfCfd(string cfd) => _byCfd.GetValueOrDefault(cfd);

    public OccupationRecord? Occupation(string rome) => _byRome.GetValueOrDefault(rome);

    /// <summary>Qualifications that lead to an occupation, by level, then name.</summary>
    public IEnumerable<QualificationRecord> QualificationsOf(string rome) => _ofOccupation[rome];

    public IEnumerable<OfferRecord> OffersOf(QualificationRecord qualification) => _offersOf[qualification];

    /// <summary>What an organisation offers, by level and name of the qualification.</summary>
    public IEnumerable<OfferRecord> OffersAt(string organisationSlug) => _offersAt[organisationSlug];

    /// <summary>What a campus chose to add to its offer or to take out of it.</summary>
    public IEnumerable<CampusOfferChoice> ChoicesOf(string campusSlug) => _choices[campusSlug];

    /// <summary>What can follow a qualification.</summary>
    public IEnumerable<PathwayStep> StepsFrom(QualificationRecord qualification) => _from[qualification];

    /// <summary>What a qualification can follow.</summary>
    public IEnumerable<PathwayStep> StepsTo(QualificationRecord qualification) => _to[qualification];
}
