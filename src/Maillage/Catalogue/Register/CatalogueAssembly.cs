using Maillage.Catalogue.Offers;
using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Register;

/// <summary>
/// Puts the catalogue together: what people curate first, then what producers publish under the same codes, so that a fact
/// told twice is one fact.
/// </summary>
public sealed class CatalogueAssembly(MaillageDb db, OrganisationPlaces places)
{
    private readonly Dictionary<string, QualificationRecord> _qualifications = new(StringComparer.Ordinal);
    private readonly Dictionary<(QualificationRecord Qualification, string Place, TrainingMode Mode), Offered> _offers = [];
    private readonly Dictionary<string, OccupationRecord> _occupations = new(StringComparer.Ordinal);
    private readonly Dictionary<(QualificationRecord From, QualificationRecord To), PathwayStep> _steps = [];

    public async Task<NationalCatalogue> ReadAsync(long revision, CancellationToken ct)
    {
        var organisations = await places.ReadAsync(ct);
        await AddCuratedAsync(organisations.ToDictionary(place => place.Slug, StringComparer.Ordinal), ct);
        return new NationalCatalogue(
            revision,
            [.. _qualifications.Values.OrderBy(row => row.Level).ThenBy(row => row.FoldedName, StringComparer.Ordinal).ThenBy(row => row.Slug, StringComparer.Ordinal)],
            [
                .. _offers.Values.Select(offered => offered.ToRecord())
                    .OrderBy(offer => offer.Qualification.Level)
                    .ThenBy(offer => offer.Qualification.FoldedName, StringComparer.Ordinal)
                    .ThenBy(offer => offer.Place.Name, StringComparer.Ordinal)
                    .ThenBy(offer => offer.Place.Slug, StringComparer.Ordinal)
                    .ThenBy(offer => offer.Mode),
            ],
            [.. _occupations.Values.OrderBy(row => row.FoldedName, StringComparer.Ordinal).ThenBy(row => row.Rome, StringComparer.Ordinal)],
            [.. _steps.Values.OrderBy(step => step.Basis).ThenBy(step => step.To.Level).ThenBy(step => step.To.FoldedName, StringComparer.Ordinal)],
            await db.CampusOfferChoices.AsNoTracking().ToListAsync(ct));
    }

    private async Task AddCuratedAsync(Dictionary<string, OrganisationPlace> organisations, CancellationToken ct)
    {
        foreach (var row in await db.Qualifications.AsNoTracking().ToListAsync(ct))
        {
            _qualifications.Add(row.Slug, new QualificationRecord
            {
                Slug = row.Slug,
                Name = row.Name,
                DiplomaType = row.DiplomaType,
                Level = row.Level,
                Cfd = row.Cfd,
                Rncp = row.Rncp,
                Nsf = row.Nsf,
                SectorCodes = row.SectorCodes,
                RomeCodes = row.RomeCodes,
                CampusSlugs = row.CampusSlugs,
                ClosedOn = row.ClosedOn,
                Sources = [row.Provenance.Source],
                FoldedName = FoldedText.Of(row.Name),
            });
        }

        foreach (var row in await db.TrainingOffers.AsNoTracking().ToListAsync(ct))
        {
            // A place that left the network takes its offers with it.
            if (organisations.TryGetValue(row.OrganisationSlug, out var place) && _qualifications.TryGetValue(row.QualificationSlug, out var qualification))
            {
                Offer(qualification, place, row.Mode).Years.Add(
                    new OfferYear(row.SchoolYear, row.Capacity, row.Enrolled, null, null, row.Provenance.Source));
            }
        }

        foreach (var row in await db.Occupations.AsNoTracking().ToListAsync(ct))
        {
            _occupations.Add(row.Rome, new OccupationRecord
            {
                Rome = row.Rome,
                Name = row.Name,
                Domain = row.Domain,
                Description = row.Description,
                OtherNames = row.Rome4Label == row.Name.Fr ? [] : [row.Rome4Label],
                ParentRome = row.Rome,
                Sources = [row.Provenance.Source],
                FoldedName = FoldedText.Of(row.Name.Fr),
            });
        }

        foreach (var row in await db.PathwayLinks.AsNoTracking().ToListAsync(ct))
        {
            if (_qualifications.TryGetValue(row.FromSlug, out var from) && _qualifications.TryGetValue(row.ToSlug, out var to))
            {
                _steps.Add((from, to), new PathwayStep(from, to, row.Basis, null, row.Provenance.Source, row.Licence));
            }
        }
    }

    private Offered Offer(QualificationRecord qualification, OrganisationPlace place, TrainingMode mode)
    {
        var key = (qualification, place.Slug, mode);
        if (!_offers.TryGetValue(key, out var offered))
        {
            _offers.Add(key, offered = new Offered(qualification, place, mode));
        }

        return offered;
    }

    private sealed record Offered(QualificationRecord Qualification, OrganisationPlace Place, TrainingMode Mode)
    {
        public List<OfferYear> Years { get; } = [];

        public OfferRecord ToRecord() => new()
        {
            Qualification = Qualification,
            Place = Place,
            Mode = Mode,
            Years = [.. Years.OrderByDescending(year => year.SchoolYear?.FirstDay)],
        };
    }
}
