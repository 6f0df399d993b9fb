using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network;

/// <summary>Within which scopes the things of the network lie: what decides who may work on them.</summary>
public sealed class NetworkPerimeters(MaillageDb db) : IScopeDirectory
{
    /// <exception cref="NotFound">No campus has this identifier.</exception>
    public async Task<Perimeter> OfCampusAsync(Guid campusId, CancellationToken ct)
    {
        var regions = await db.Campuses.Where(row => row.CampusId == campusId).Select(row => row.Regions.Select(region => region.RegionCode).ToList()).SingleOrDefaultAsync(ct)
            ?? throw new NotFound("The campus");
        var academies = await db.Campuses.Where(row => row.CampusId == campusId).SelectMany(row => row.Academies.Select(academie => academie.AcademieCode)).ToListAsync(ct);
        return new Perimeter([Scope.Campus(campusId), .. regions.SelectMany(OfRegion), .. academies.Select(Scope.Academie)]);
    }

    /// <summary>An organisation lies within itself, the campuses of which it is a member today, and the territory of its commune.</summary>
    /// <exception cref="NotFound">No organisation has this identifier.</exception>
    public async Task<Perimeter> OfOrganisationAsync(Guid organisationId, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(row => row.OrganisationId == organisationId).Select(row => new { row.RegionCode, row.CommuneCode }).SingleOrDefaultAsync(ct)
            ?? throw new NotFound("The organisation");
        var campuses = await db.Memberships.Where(row => row.OrganisationId == organisationId && row.Until == null).Select(row => row.CampusId).Distinct().ToListAsync(ct);
        var academie = organisation.CommuneCode is { } commune ? await AcademieOfAsync(commune, ct) : null;
        return new Perimeter(
        [
            Scope.Organisation(organisationId),
            .. campuses.Select(Scope.Campus),
            .. organisation.RegionCode is { } region ? OfRegion(region) : [],
            .. academie is null ? Array.Empty<Scope>() : [Scope.Academie(academie)],
        ]);
    }

    public async Task<Perimeter?> PerimeterOfAsync(Scope scope, CancellationToken ct)
    {
        try
        {
            return scope.Kind switch
            {
                ScopeKind.Campus when Guid.TryParse(scope.Key, out var campus) => await OfCampusAsync(campus, ct),
                ScopeKind.Organisation when Guid.TryParse(scope.Key, out var organisation) => await OfOrganisationAsync(organisation, ct),
                ScopeKind.National => Perimeter.National,
                _ => (await NamesOfAsync([scope], ct)).Count == 0 ? null : new Perimeter(scope),
            };
        }
        catch (NotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyDictionary<Scope, string>> NamesOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct)
    {
        var regions = await db.AcademicRegions.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Name, StringComparer.Ordinal, ct);
        var academies = await db.Academies.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Name, StringComparer.Ordinal, ct);
        var (campusIds, organisationIds) = (Ids(ScopeKind.Campus), Ids(ScopeKind.Organisation));
        var campuses = await db.Campuses.AsNoTracking().Where(row => campusIds.Contains(row.CampusId)).Include(row => row.Names)
            .ToDictionaryAsync(row => row.CampusId, row => (row.Names.Find(name => name.Until is null) ?? row.Names[^1]).Name, ct);
        var organisations = await db.Organisations.Where(row => organisationIds.Contains(row.OrganisationId))
            .Select(row => new { row.OrganisationId, row.Name }).ToDictionaryAsync(row => row.OrganisationId, row => row.Name, ct);
        return scopes.Distinct().Select(scope => (scope, Name: NameOf(scope))).Where(named => named.Name is not null).ToDictionary(named => named.scope, named => named.Name!);

        List<Guid> Ids(ScopeKind kind) => [.. scopes.Where(scope => scope.Kind == kind).Select(scope => Guid.Parse(scope.Key)).Distinct()];

        string? NameOf(Scope scope) => scope.Kind switch
        {
            ScopeKind.AcademicRegion or ScopeKind.RegionalCouncil => regions.GetValueOrDefault(scope.Key),
            ScopeKind.Academie => academies.GetValueOrDefault(scope.Key),
            ScopeKind.Campus => campuses.GetValueOrDefault(Guid.Parse(scope.Key)),
            ScopeKind.Organisation => organisations.GetValueOrDefault(Guid.Parse(scope.Key)),
            _ => null,
        };
    }

    private async Task<string?> AcademieOfAsync(InseeCode commune, CancellationToken ct)
    {
        var department = await db.Communes.Where(row => row.Code == commune).Select(row => row.DepartmentCode).SingleOrDefaultAsync(ct);
        return department is null
            ? null
            : (await db.Academies.AsNoTracking().Where(row => row.IsCurrent).ToListAsync(ct)).Find(row => row.Departments.Contains(department))?.Code;
    }

    private static IEnumerable<Scope> OfRegion(string code) => [Scope.AcademicRegion(code), Scope.RegionalCouncil(code)];
}
