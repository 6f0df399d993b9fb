using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network.Register;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network;

/// <summary>Within which scopes the things of the network lie: what decides who may work on them.</summary>
public sealed class NetworkPerimeters(MaillageDb db, TimeProvider clock) : IScopeDirectory
{
    /// <exception cref="NotFound">No organisation has this identifier.</exception>
    public async Task<Perimeter> OfOrganisationAsync(Guid organisationId, CancellationToken ct) =>
        await this.PerimeterOfAsync(Scope.Organisation(organisationId), ct) ?? throw new NotFound("The organisation");

    /// <summary>The perimeter of what belongs to a campus.</summary>
    public static Perimeter Of(CampusRecord campus) => OfCampus(campus.CampusId, campus.Regions.Select(region => region.Code), campus.Academies.Select(academie => academie.Code));

    public async Task<IReadOnlyDictionary<Scope, Perimeter>> PerimetersOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct)
    {
        var (campusIds, organisationIds) = (IdsOf(scopes, ScopeKind.Campus), IdsOf(scopes, ScopeKind.Organisation));
        var found = await CampusesAsync(campusIds, ct);
        foreach (var (scope, perimeter) in await OrganisationsAsync(organisationIds, ct))
        {
            found.Add(scope, perimeter);
        }

        foreach (var (scope, perimeter) in await LearnersAsync(IdsOf(scopes, ScopeKind.Self), ct))
        {
            found.Add(scope, perimeter);
        }

        var others = scopes.Where(scope => scope.Kind is not (ScopeKind.Campus or ScopeKind.Organisation or ScopeKind.Self)).Distinct().ToList();
        var names = await NamesOfAsync(others, ct);
        foreach (var scope in others.Where(scope => scope.Kind is ScopeKind.National || names.ContainsKey(scope)))
        {
            found.Add(scope, scope.Kind == ScopeKind.National ? Perimeter.National : new Perimeter(scope));
        }

        return found;
    }

    private async Task<Dictionary<Scope, Perimeter>> CampusesAsync(List<Guid> campusIds, CancellationToken ct)
    {
        if (campusIds.Count == 0)
        {
            return [];
        }

        var campuses = await db.Campuses.AsNoTracking().Where(row => campusIds.Contains(row.CampusId)).Include(row => row.Regions).Include(row => row.Academies).AsSplitQuery().ToListAsync(ct);
        return campuses.ToDictionary(
            row => Scope.Campus(row.CampusId),
            row => OfCampus(row.CampusId, row.Regions.Select(region => region.RegionCode), row.Academies.Select(academie => academie.AcademieCode)));
    }

    private static Perimeter OfCampus(Guid campusId, IEnumerable<string> regions, IEnumerable<string> academies) =>
        new([Scope.Campus(campusId), .. regions.SelectMany(OfRegion), .. academies.Select(Scope.Academie)]);

    /// <summary>An organisation lies within itself, the campuses of which it is a member today, and the territory of its commune.</summary>
    private async Task<Dictionary<Scope, Perimeter>> OrganisationsAsync(List<Guid> organisationIds, CancellationToken ct)
    {
        if (organisationIds.Count == 0)
        {
            return [];
        }

        var organisations = await db.Organisations.Where(row => organisationIds.Contains(row.OrganisationId))
            .Select(row => new { row.OrganisationId, row.RegionCode, row.CommuneCode }).ToListAsync(ct);
        var memberships = await db.Memberships.Where(row => organisationIds.Contains(row.OrganisationId) && row.Until == null)
            .Select(row => new { row.OrganisationId, row.CampusId }).ToListAsync(ct);
        var campuses = memberships.ToLookup(row => row.OrganisationId, row => row.CampusId);
        var communes = organisations.Select(row => row.CommuneCode).OfType<InseeCode>().Distinct().ToList();
        var departments = await db.Communes.Where(row => communes.Contains(row.Code)).Select(row => new { row.Code, row.DepartmentCode }).ToDictionaryAsync(row => row.Code, row => row.DepartmentCode, ct);
        var academies = (await db.Academies.AsNoTracking().Where(row => row.IsCurrent).ToListAsync(ct))
            .SelectMany(row => row.Departments.Select(department => (department, row.Code))).ToLookup(pair => pair.department, pair => pair.Code, StringComparer.Ordinal);
        return organisations.ToDictionary(row => Scope.Organisation(row.OrganisationId), row => new Perimeter(
        [
            Scope.Organisation(row.OrganisationId),
            .. campuses[row.OrganisationId].Select(Scope.Campus),
            .. row.RegionCode is { } region ? OfRegion(region) : [],
            .. row.CommuneCode is { } commune && departments.TryGetValue(commune, out var department) ? academies[department].Select(Scope.Academie) : [],
        ]));
    }

    /// <summary>A person lies within the organisations that teach them, and within nothing wider: from there alone is a learner seen.</summary>
    private async Task<Dictionary<Scope, Perimeter>> LearnersAsync(List<Guid> accountIds, CancellationToken ct)
    {
        if (accountIds.Count == 0)
        {
            return [];
        }

        var today = clock.Today();
        var taught = (await db.RoleAssignments.AsNoTracking()
            .Where(row => accountIds.Contains(row.AccountId) && row.Role == Role.Learner && (row.EndsOn == null || row.EndsOn >= today))
            .ToListAsync(ct)).ToLookup(row => row.AccountId, row => row.Scope);
        return accountIds.ToDictionary(Scope.Self, id => new Perimeter([Scope.Self(id), .. taught[id]]));
    }

    public async Task<IReadOnlyList<Scope>> WithinAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct)
    {
        var found = new HashSet<Scope>(scopes);
        if (found.Contains(Scope.National))
        {
            found.UnionWith((await db.AcademicRegions.Select(row => row.Code).ToListAsync(ct)).SelectMany(OfRegion));
            found.UnionWith((await db.Academies.Where(row => row.IsCurrent).Select(row => row.Code).ToListAsync(ct)).Select(Scope.Academie));
        }

        var regions = KeysOf(ScopeKind.AcademicRegion).Concat(KeysOf(ScopeKind.RegionalCouncil)).ToList();
        var academies = KeysOf(ScopeKind.Academie);
        var campuses = await db.Campuses
            .Where(row => row.Regions.Any(region => regions.Contains(region.RegionCode)) || row.Academies.Any(academie => academies.Contains(academie.AcademieCode)))
            .Select(row => row.CampusId).ToListAsync(ct);
        campuses.AddRange(KeysOf(ScopeKind.Campus).Select(Guid.Parse));
        found.UnionWith(campuses.Select(Scope.Campus));
        var members = await db.Memberships.Where(row => campuses.Contains(row.CampusId) && row.Until == null).Select(row => row.OrganisationId).Distinct().ToListAsync(ct);
        found.UnionWith(members.Select(Scope.Organisation));
        return [.. found];

        List<string> KeysOf(ScopeKind kind) => [.. scopes.Where(scope => scope.Kind == kind).Select(scope => scope.Key)];
    }

    public async Task<IReadOnlyDictionary<Scope, string>> NamesOfAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct)
    {
        var kinds = scopes.Select(scope => scope.Kind).ToHashSet();
        var (campusIds, organisationIds) = (IdsOf(scopes, ScopeKind.Campus), IdsOf(scopes, ScopeKind.Organisation));
        var regions = kinds.Contains(ScopeKind.AcademicRegion) || kinds.Contains(ScopeKind.RegionalCouncil)
            ? await db.AcademicRegions.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Name, StringComparer.Ordinal, ct) : [];
        var academies = kinds.Contains(ScopeKind.Academie)
            ? await db.Academies.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Name, StringComparer.Ordinal, ct) : [];
        var campuses = campusIds.Count == 0 ? [] : await db.Campuses.AsNoTracking().Where(row => campusIds.Contains(row.CampusId)).Include(row => row.Names)
            .ToDictionaryAsync(row => row.CampusId, row => (row.Names.Find(name => name.Until is null) ?? row.Names[^1]).Name, ct);
        var organisations = organisationIds.Count == 0 ? [] : await db.Organisations.Where(row => organisationIds.Contains(row.OrganisationId))
            .Select(row => new { row.OrganisationId, row.Name }).ToDictionaryAsync(row => row.OrganisationId, row => row.Name, ct);
        var personIds = IdsOf(scopes, ScopeKind.Self);
        var people = personIds.Count == 0 ? [] : await db.Accounts.Where(row => personIds.Contains(row.Id) && row.ClosedAt == null)
            .Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        return scopes.Distinct().Select(scope => (scope, Name: NameOf(scope))).Where(named => named.Name is not null).ToDictionary(named => named.scope, named => named.Name!);

        string? NameOf(Scope scope) => scope.Kind switch
        {
            ScopeKind.AcademicRegion or ScopeKind.RegionalCouncil => regions.GetValueOrDefault(scope.Key),
            ScopeKind.Academie => academies.GetValueOrDefault(scope.Key),
            ScopeKind.Campus => Guid.TryParse(scope.Key, out var campus) ? campuses.GetValueOrDefault(campus) : null,
            ScopeKind.Organisation => Guid.TryParse(scope.Key, out var organisation) ? organisations.GetValueOrDefault(organisation) : null,
            ScopeKind.Self => Guid.TryParse(scope.Key, out var person) ? people.GetValueOrDefault(person) : null,
            _ => null,
        };
    }

    private static List<Guid> IdsOf(IEnumerable<Scope> scopes, ScopeKind kind) =>
        [.. scopes.Where(scope => scope.Kind == kind).Select(scope => Guid.TryParse(scope.Key, out var id) ? id : default).Where(id => id != default).Distinct()];

    private static IEnumerable<Scope> OfRegion(string code) => [Scope.AcademicRegion(code), Scope.RegionalCouncil(code)];
}
