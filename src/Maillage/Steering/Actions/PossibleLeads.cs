using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>Who may lead something of a campus, or take part in it: the people of its team, the organisations of its network.</summary>
public sealed class PossibleLeads(MaillageDb db, TimeProvider clock)
{
    private const int Most = 1_000;

    private static readonly Role[] Team = [Role.CampusDirector, Role.CampusTeam];

    /// <summary>People who run the campus today, by name.</summary>
    public async Task<IReadOnlyList<(Guid AccountId, string Name)>> PeopleAsync(Guid campusId, CancellationToken ct) =>
        [.. (await People(campusId).OrderBy(row => row.FoldedName).Take(Most).Select(row => new { row.Id, row.Name }).ToListAsync(ct)).Select(row => (row.Id, row.Name))];

    /// <summary>Organisations of the network today, by name.</summary>
    public async Task<IReadOnlyList<(Guid OrganisationId, string Name)>> OrganisationsAsync(Guid campusId, CancellationToken ct)
    {
        var members = Members(campusId);
        return [.. (await db.Organisations.Where(row => members.Contains(row.OrganisationId)).OrderBy(row => row.FoldedName).ThenBy(row => row.Slug).Take(Most)
            .Select(row => new { row.OrganisationId, row.Name }).ToListAsync(ct)).Select(row => (row.OrganisationId, row.Name))];
    }

    public Task<bool> IsPersonAsync(Guid campusId, Guid accountId, CancellationToken ct) => People(campusId).AnyAsync(row => row.Id == accountId, ct);

    public Task<bool> IsOrganisationAsync(Guid campusId, Guid organisationId, CancellationToken ct) => Members(campusId).AnyAsync(id => id == organisationId, ct);

    /// <summary>Those offered, and who has the thing already, even once they have left.</summary>
    public static IReadOnlyList<(Guid Id, string Name)> With(IReadOnlyList<(Guid Id, string Name)> offered, Guid? id, string? name) =>
        id is { } known && name is not null && offered.All(one => one.Id != known) ? [.. offered, (known, name)] : offered;

    private IQueryable<Access.Accounts.Account> People(Guid campusId)
    {
        var (today, key) = (clock.Today(), campusId.ToString());
        var holders = db.RoleAssignments
            .Where(row => row.ScopeKind == ScopeKind.Campus && row.ScopeKey == key && Team.Contains(row.Role) && row.StartsOn <= today && (row.EndsOn == null || row.EndsOn >= today))
            .Select(row => row.AccountId);
        return db.Accounts.Where(row => row.ClosedAt == null && holders.Contains(row.Id));
    }

    private IQueryable<Guid> Members(Guid campusId) =>
        db.Memberships.Where(row => row.CampusId == campusId && row.Until == null).Select(row => row.OrganisationId).Distinct();
}
