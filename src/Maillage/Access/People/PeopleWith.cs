using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.People;

/// <summary>Those who have a right over a thing today: whom to tell that something waits there.</summary>
public sealed class PeopleWith(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    /// <summary>More than this are not told one by one.</summary>
    private const int Most = 200;

    /// <summary>Those of the closest scope where there is someone: the organisation, then the campus, then the territory, then the platform.</summary>
    public async Task<IReadOnlyList<Recipient>> NearestAsync(Permission permission, Scope of, CancellationToken ct)
    {
        if (await scopes.PerimeterOfAsync(of, ct) is not { } perimeter)
        {
            return [];
        }

        var today = clock.Today();
        var roles = Enum.GetValues<Role>().Where(role => PermissionTable.Of(role).Contains(permission)).ToList();
        var held = await (
            from assignment in db.RoleAssignments.Within([.. perimeter.Scopes]).Concat(db.RoleAssignments.Where(row => row.ScopeKind == ScopeKind.National))
            join account in db.Accounts on assignment.AccountId equals account.Id
            where roles.Contains(assignment.Role) && assignment.StartsOn <= today && (assignment.EndsOn == null || assignment.EndsOn >= today) && account.ClosedAt == null
            select new { assignment.ScopeKind, account.Id, account.Email, account.Language }).Distinct().OrderBy(row => row.Id).Take(Most * 4).ToListAsync(ct);
        var nearest = held.GroupBy(row => row.ScopeKind).OrderByDescending(group => group.Key).FirstOrDefault();
        return nearest is null ? [] : [.. nearest.DistinctBy(row => row.Id).Take(Most).Select(row => new Recipient(row.Email!, row.Language, row.Id))];
    }
}
