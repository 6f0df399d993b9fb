using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Register;

/// <summary>
/// Puts the catalogue together: what people curate first, then what producers publish under the same codes, so that a fact
/// told twice is one fact.
/// </summary>
internal sealed class CatalogueAssembly(MaillageDb db, OrganisationPlaces places, CurrentImports imports)
{
    private readonly Dictionary<string, QualificationRecord> _qualifications = new(StringComparer.Ordinal);
    private readonly Dictionary<(QualificationRecord Qualification, string Place, TrainingMode Mode), Offered> _offers = [];
    private readonly Dictionary<string, QualificationRecord> _byCfd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OccupationRecord> _occupations = new(StringComparer.Ordinal);
    private readonly Dictionary<(QualificationRecord From, QualificationRecord To), PathwayStep> _steps = [];

    public async Task<NationalCatalogue> ReadAsync(long revision, CancellationToken ct)
    {
        var organisations = await places.ReadAsync(ct);
        var imported = await imports.GetAsync(ct);
        await AddCuratedAsync(organisations.ToDictionary(place => place.Slug, StringComparer.Ordinal), imported, ct);
        AddImported(organisations, imported);
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

    private async Task AddCuratedAsync(Dictionary<string, OrganisationPlace> organisations, ImportedFacts imported, CancellationToken ct)
    {
        foreach (var row in await db.Qualifications.AsNoTracking().ToListAsync(ct))
        {
            Add(Curated(row, row.Cfd is null ? null : imported.Qualifications.GetValueOrDefault(row.Cfd)));
        }

        foreach (var row in await db.TrainingOffers.AsNoTracking().ToListAsync(ct))
        {
            // A place that left the network takes its offers with it.
            if (organisations.TryGetValue(row.OrganisationSlug, out var place) && _qualifications.TryGetValue(row.QualificationSlug, out var qualification))
            {
                Offer(qualification, place, row.Mode).AddCurated(
                    new OfferYear(row.SchoolYear, row.Capacity, row.Enrolled, null, null, row.Provenance.Source));
            }
        }

        foreach (var occupation in imported.Occupations)
        {
            _occupations.Add(occupation.Rome, occupation);
        }

        foreach (var row in await db.Occupations.AsNoTracking().ToListAsync(ct))
        {
            _occupations[row.Rome] = Curated(row, _occupations.GetValueOrDefault(row.Rome));
        }

        foreach (var row in await db.PathwayLinks.AsNoTracking().ToListAsync(ct))
        {
            if (_qualifications.TryGetValue(row.FromSlug, out var from) && _qualifications.TryGetValue(row.ToSlug, out var to))
            {
                _steps.Add((from, to), new PathwayStep(from, to, row.Basis, null, row.Provenance.Source, row.Licence));
            }
        }
    }

    /// <summary>What people wrote, completed by what is published under the same code.</summary>
    private static QualificationRecord Curated(Qualification row, QualificationRecord? imported) => new()
    {
        Slug = row.Slug,
        Name = row.Name,
        DiplomaType = row.DiplomaType,
        Level = row.Level,
        Cfd = row.Cfd,
        Rncp = row.Rncp ?? imported?.Rncp,
        RncpEndsOn = row.Rncp is null || row.Rncp == imported?.Rncp ? imported?.RncpEndsOn : null,
        Certifier = imported?.Certifier,
        Modes = imported?.Modes ?? [],
        Subjects = imported?.Subjects ?? [],
        Nsf = row.Nsf ?? imported?.Nsf,
        SectorCodes = row.SectorCodes,
        RomeCodes = row.RomeCodes.Count > 0 ? row.RomeCodes : imported?.RomeCodes ?? [],
        CampusSlugs = row.CampusSlugs,
        OpensOn = imported?.OpensOn,
        ClosedOn = row.ClosedOn ?? imported?.ClosedOn,
        IsCommonFirstYear = imported?.IsCommonFirstYear ?? false,
        Sources = [.. (imported?.Sources ?? []).Prepend(row.Provenance.Source).Distinct(StringComparer.Ordinal)],
        FoldedName = FoldedText.Of(row.Name),
    };

    private static OccupationRecord Curated(Occupation row, OccupationRecord? imported) => new()
    {
        Rome = row.Rome,
        Name = row.Name,
        Domain = row.Domain,
        Description = row.Description,
        OtherNames = [.. (imported?.OtherNames ?? []).Prepend(row.Rome4Label).Where(name => name != row.Name.Fr).Distinct(StringComparer.Ordinal)],
        ParentRome = imported?.ParentRome ?? row.Rome,
        Sources = [.. (imported?.Sources ?? []).Prepend(row.Provenance.Source).Distinct(StringComparer.Ordinal)],
        FoldedName = FoldedText.Of(row.Name.Fr),
    };

    private void Add(QualificationRecord qualification)
    {
        _qualifications.Add(qualification.Slug, qualification);
        if (qualification.Cfd is { } cfd)
        {
            _byCfd.Add(cfd, qualification);
        }
    }

    private void AddImported(IReadOnlyList<OrganisationPlace> organisations, ImportedFacts imported)
    {
        foreach (var (cfd, qualification) in imported.Qualifications)
        {
            if (!_byCfd.ContainsKey(cfd) && !_qualifications.ContainsKey(qualification.Slug))
            {
                Add(qualification);
            }
        }

        var schools = organisations.Where(place => place.Uai is not null).OrderBy(place => place.Slug, StringComparer.Ordinal)
            .DistinctBy(place => place.Uai!.Value).ToDictionary(place => place.Uai!.Value);
        foreach (var offer in imported.Offers)
        {
            // A school that no register describes has no place to show: the report of imports counts it.
            if (schools.TryGetValue(offer.Uai, out var place) && _byCfd.TryGetValue(offer.Cfd, out var qualification))
            {
                Offer(qualification, place, offer.Mode).AddImported(offer.Years);
            }
        }

        foreach (var step in imported.Steps)
        {
            if (_byCfd.TryGetValue(step.FromCfd, out var from) && _byCfd.TryGetValue(step.ToCfd, out var to))
            {
                _steps.TryAdd((from, to), new PathwayStep(from, to, step.Basis, null, step.Source, step.Licence));
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
}
