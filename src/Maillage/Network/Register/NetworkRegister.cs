using System.Collections.Frozen;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Territories;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Register;

/// <summary>
/// The national register in memory, whole and immutable, as of one published revision: every campus with its periods,
/// the sectors and the territories. A few hundred campuses weigh a few megabytes.
/// </summary>
public sealed class NetworkRegister : IAsOfRevision
{
    private readonly FrozenDictionary<string, CampusRecord> _campusesBySlug;
    private readonly FrozenDictionary<string, AcademicRegion> _regionsBySlug;

    private NetworkRegister(
        long revision,
        IReadOnlyList<CampusRecord> campuses,
        IReadOnlyList<Sector> sectors,
        IReadOnlyList<AcademicRegion> regions,
        IReadOnlyList<Academie> academies,
        IReadOnlyList<Department> departments)
    {
        Revision = revision;
        Campuses = campuses;
        Sectors = sectors;
        Regions = regions;
        Academies = academies;
        Departments = departments;
        _campusesBySlug = campuses.ToFrozenDictionary(campus => campus.Slug, StringComparer.Ordinal);
        _regionsBySlug = regions.ToFrozenDictionary(region => region.Slug, StringComparer.Ordinal);
    }

    /// <summary>Published revision for which it was read.</summary>
    public long Revision { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<CampusRecord> Campuses { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<Sector> Sectors { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<AcademicRegion> Regions { get; }

    /// <summary>By name, former ones included.</summary>
    public IReadOnlyList<Academie> Academies { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Department> Departments { get; }

    public CampusRecord? Campus(string slug) => _campusesBySlug.GetValueOrDefault(slug);

    public CampusRecord? Campus(Guid campusId) => Campuses.FirstOrDefault(campus => campus.CampusId == campusId);

    public AcademicRegion? Region(string slug) => _regionsBySlug.GetValueOrDefault(slug);

    /// <summary>Campuses that stand, at least in part, on a région, by name.</summary>
    public IReadOnlyList<CampusRecord> CampusesOf(AcademicRegion region) => [.. Campuses.Where(campus => campus.Regions.Contains(region))];

    internal static async Task<NetworkRegister> ReadAsync(MaillageDb db, long revision, CancellationToken ct)
    {
        var sectors = await db.Sectors.AsNoTracking().ToListAsync(ct);
        var regions = await db.AcademicRegions.AsNoTracking().ToListAsync(ct);
        var academies = await db.Academies.AsNoTracking().ToListAsync(ct);
        var departments = await db.Departments.AsNoTracking().OrderBy(row => row.Code).ToListAsync(ct);
        var campuses = await db.Campuses.AsNoTracking().AsSplitQuery()
            .Include(campus => campus.Names)
            .Include(campus => campus.Regions)
            .Include(campus => campus.Academies)
            .Include(campus => campus.LabelPeriods)
            .Include(campus => campus.WorkAxes)
            .ToListAsync(ct);
        var communeSet = db.Communes;
        var communes = await db.Campuses
            .Join(communeSet, campus => campus.SeatCommune, commune => commune.Code, (campus, commune) => commune)
            .Distinct()
            .ToDictionaryAsync(commune => commune.Code, commune => commune.Name, ct);

        var assembly = new CampusAssembly(
            sectors.ToDictionary(sector => sector.Code, StringComparer.Ordinal),
            regions.ToDictionary(region => region.Code, StringComparer.Ordinal),
            academies.ToDictionary(academie => academie.Code, StringComparer.Ordinal),
            communes,
            campuses.ToDictionary(campus => campus.CampusId, campus => campus.Slug));
        return new NetworkRegister(
            revision,
            [.. campuses.Select(assembly.Record).OrderBy(campus => campus.FoldedName, StringComparer.Ordinal).ThenBy(campus => campus.Slug, StringComparer.Ordinal)],
            [.. sectors.OrderBy(sector => FoldedText.Of(sector.Name.Fr), StringComparer.Ordinal)],
            [.. regions.OrderBy(region => FoldedText.Of(region.Name), StringComparer.Ordinal)],
            [.. academies.OrderBy(academie => FoldedText.Of(academie.Name), StringComparer.Ordinal)],
            departments);
    }

    private sealed record CampusAssembly(
        Dictionary<string, Sector> Sectors,
        Dictionary<string, AcademicRegion> Regions,
        Dictionary<string, Academie> Academies,
        Dictionary<InseeCode, string> Communes,
        Dictionary<Guid, string> Slugs)
    {
        public CampusRecord Record(Campus campus)
        {
            var names = campus.Names
                .OrderBy(name => name.Until is not null)
                .ThenByDescending(name => name.Until)
                .ThenByDescending(name => name.From)
                .ToList();
            var sector = Sectors[campus.SectorCode];
            var regions = campus.Regions.OrderBy(row => row.Position).Select(row => Regions[row.RegionCode]).ToList();
            var academies = campus.Academies.OrderBy(row => row.Position).Select(row => Academies[row.AcademieCode]).ToList();
            var seat = Seat(campus);
            return new CampusRecord
            {
                CampusId = campus.CampusId,
                Slug = campus.Slug,
                Name = names[0].Name,
                ShortName = names[0].ShortName,
                Sector = sector,
                SectorIsOfficial = campus.SectorIsOfficial,
                Status = campus.Status,
                SuccessorSlug = campus.SuccessorId is { } successor ? Slugs[successor] : null,
                ExcellenceClaim = campus.ExcellenceClaim,
                HeadInstitutionUai = campus.HeadInstitutionUai,
                Regions = regions,
                Academies = academies,
                Seat = seat,
                Website = campus.Website,
                Presentation = campus.Presentation,
                WorkAxes = [.. campus.WorkAxes.OrderBy(axis => axis.Position)],
                Names = names,
                LabelPeriods = [.. campus.LabelPeriods.OrderBy(period => period.Start).ThenBy(period => period.Category)],
                Provenance = campus.Provenance,
                UpdatedAt = campus.UpdatedAt,
                FoldedName = FoldedText.Of(names[0].Name),
                FoldedSearch = FoldedText.Of(string.Join(' ',
                    [.. names.Select(name => $"{name.Name} {name.ShortName}"), sector.Name.Fr, sector.Name.En, seat?.Commune,
                        .. regions.Select(region => region.Name), .. academies.Select(academie => academie.Name)])),
            };
        }

        private CampusSeat? Seat(Campus campus) =>
            campus is { SeatCommune: { } code, SeatLatitude: { } latitude, SeatLongitude: { } longitude }
                ? new CampusSeat(code, Communes.GetValueOrDefault(code, code.Value), new GeoPoint(latitude, longitude),
                    campus.SeatPrecision ?? CoordinatePrecision.CommuneCentroid)
                : null;
    }
}
