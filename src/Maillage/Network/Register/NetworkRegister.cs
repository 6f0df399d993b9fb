using System.Collections.Frozen;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Network.Territories;
using Maillage.Shared;

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

    internal static async Task<NetworkRegister> ReadAsync(Database database, long revision, CancellationToken ct)
    {
        await using var tables = await TableReader.OpenAsync(database, ct);
        var sectors = await tables.ReadAsync("sectors", RegisterRows.Sector, ct);
        var regions = await tables.ReadAsync("academic_regions", RegisterRows.AcademicRegion, ct);
        var academies = await tables.ReadAsync("academies", RegisterRows.Academie, ct);
        var departments = await tables.ReadAsync("departments", RegisterRows.Department, ct);
        var campuses = await tables.ReadAsync("campuses", RegisterRows.Campus, ct);
        var parts = new CampusParts(
            (await tables.ReadAsync("campus_names", RegisterRows.CampusName, ct)).ToLookup(row => row.CampusId),
            (await tables.ReadAsync("campus_regions", RegisterRows.CampusRegion, ct)).ToLookup(row => row.CampusId),
            (await tables.ReadAsync("campus_academies", RegisterRows.CampusAcademie, ct)).ToLookup(row => row.CampusId),
            (await tables.ReadAsync("label_periods", RegisterRows.LabelPeriod, ct)).ToLookup(row => row.CampusId),
            (await tables.ReadAsync("work_axes", RegisterRows.WorkAxis, ct)).ToLookup(row => row.CampusId));
        var communes = (await tables.ReadAsync("communes", "code", [.. campuses.Select(campus => campus.SeatCommune?.Value).OfType<string>().Distinct(StringComparer.Ordinal)],
            row => (Code: InseeCode.Parse(row.Text("code")), Name: row.Text("name")), ct)).ToDictionary(row => row.Code, row => row.Name);

        var assembly = new CampusAssembly(
            sectors.ToDictionary(sector => sector.Code, StringComparer.Ordinal),
            regions.ToDictionary(region => region.Code, StringComparer.Ordinal),
            academies.ToDictionary(academie => academie.Code, StringComparer.Ordinal),
            communes,
            parts,
            campuses.ToDictionary(campus => campus.CampusId, campus => campus.Slug));
        return new NetworkRegister(
            revision,
            [.. campuses.Select(assembly.Record).OrderBy(campus => campus.FoldedName, StringComparer.Ordinal).ThenBy(campus => campus.Slug, StringComparer.Ordinal)],
            [.. sectors.OrderBy(sector => FoldedText.Of(sector.Name.Fr), StringComparer.Ordinal)],
            [.. regions.OrderBy(region => FoldedText.Of(region.Name), StringComparer.Ordinal)],
            [.. academies.OrderBy(academie => FoldedText.Of(academie.Name), StringComparer.Ordinal)],
            [.. departments.OrderBy(department => department.Code, StringComparer.Ordinal)]);
    }

    private sealed record CampusParts(
        ILookup<Guid, CampusName> Names,
        ILookup<Guid, CampusRegion> Regions,
        ILookup<Guid, CampusAcademie> Academies,
        ILookup<Guid, LabelPeriod> LabelPeriods,
        ILookup<Guid, WorkAxis> WorkAxes);

    private sealed record CampusAssembly(
        Dictionary<string, Sector> Sectors,
        Dictionary<string, AcademicRegion> Regions,
        Dictionary<string, Academie> Academies,
        Dictionary<InseeCode, string> Communes,
        CampusParts Parts,
        Dictionary<Guid, string> Slugs)
    {
        public CampusRecord Record(Campus campus)
        {
            var names = Parts.Names[campus.CampusId]
                .OrderBy(name => name.Until is not null)
                .ThenByDescending(name => name.Until)
                .ThenByDescending(name => name.From)
                .ToList();
            var sector = Sectors[campus.SectorCode];
            var regions = Parts.Regions[campus.CampusId].OrderBy(row => row.Position).Select(row => Regions[row.RegionCode]).ToList();
            var academies = Parts.Academies[campus.CampusId].OrderBy(row => row.Position).Select(row => Academies[row.AcademieCode]).ToList();
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
                WorkAxes = [.. Parts.WorkAxes[campus.CampusId].OrderBy(axis => axis.Position)],
                Names = names,
                LabelPeriods = [.. Parts.LabelPeriods[campus.CampusId].OrderBy(period => period.Start).ThenBy(period => period.Category)],
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
