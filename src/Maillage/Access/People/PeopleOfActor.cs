using Maillage.Access.Accounts;
using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.People;

/// <summary>A role that someone holds or has held, where the actor may see it.</summary>
public sealed record SeenRole(RoleAssignment Assignment, string Name, string Email, bool MayEnd);

/// <summary>The people whom an actor may see: those of its scopes, and of the campuses and members within them.</summary>
public sealed class PeopleOfActor(MaillageDb db, IScopeDirectory scopes, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Learners and those who answer for them are seen in their organisation alone, not from the territory.</summary>
    private static readonly Role[] OfTheOrganisation = [Role.Learner, Role.Guardian];

    /// <summary>Roles held today or later, by name.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="text">Part of a name or of an address; all when empty.</param>
    /// <param name="role">One role; all when none.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<(IReadOnlyList<SeenRole> Roles, int Total)> ReadAsync(Actor actor, string? text, Role? role, int page, CancellationToken ct)
    {
        var sought = FoldedText.Of(text?.Trim() ?? "");
        var seen = (await SeenAsync(actor, ct)).Where(row => (role == null || row.Assignment.Role == role)
            && (sought == "" || row.Account.FoldedName.Contains(sought) || row.Account.NormalizedEmail!.Contains(sought)));
        var total = await seen.CountAsync(ct);
        return (await ListAsync(actor, ByName(seen).Skip((page - 1) * PageSize).Take(PageSize), ct), total);
    }

    /// <summary>The roles of one person that the actor may see.</summary>
    /// <exception cref="NotFound">It sees none.</exception>
    public async Task<IReadOnlyList<SeenRole>> OfPersonAsync(Actor actor, Guid accountId, CancellationToken ct)
    {
        var seen = await ListAsync(actor, (await SeenAsync(actor, ct)).Where(row => row.Account.Id == accountId).OrderBy(row => row.Assignment.StartsOn).ThenBy(row => row.Assignment.RoleAssignmentId).Take(PageSize), ct);
        if (seen.Count == 0)
        {
            throw new NotFound("The person");
        }

        if (seen.Any(role => OfTheOrganisation.Contains(role.Assignment.Role)))
        {
            // Many of them are minors: who looked is known.
            db.TraceReading(actor.Doing(AccessActs.LearnerRead), clock, seen[0].Assignment);
            await db.SaveChangesAsync(ct);
        }

        return seen;
    }

    /// <summary>Who answers for a learner whom the actor sees.</summary>
    public Task<IReadOnlyList<SeenRole>> GuardiansAsync(Actor actor, Guid learnerId, CancellationToken ct)
    {
        var (key, today) = (learnerId.ToString(), clock.Today());
        return ListAsync(actor, ByName(
            from assignment in db.RoleAssignments
            join account in db.Accounts on assignment.AccountId equals account.Id
            where assignment.Role == Role.Guardian && assignment.ScopeKey == key && (assignment.EndsOn == null || assignment.EndsOn >= today) && account.ClosedAt == null
            select new HeldBy { Assignment = assignment, Account = account }).Take(PageSize), ct);
    }

    /// <summary>Invitations that still serve, the latest first, to roles that the actor may give.</summary>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(Actor actor, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var open = await db.Invitations.Within(await scopes.WithinAsync(actor.ScopesFor(Permission.GiveRoles), ct)).AsNoTracking()
            .Where(row => row.AcceptedAt == null && row.WithdrawnAt == null && row.ExpiresAt > now && row.Email != null)
            .OrderByDescending(row => row.SentAt).Take(PageSize * 2).ToListAsync(ct);
        var perimeters = await scopes.PerimetersOfAsync([.. open.Select(row => row.Scope)], ct);
        return open.FindAll(row => perimeters.TryGetValue(row.Scope, out var perimeter) && actor.CanGive(row.Role, perimeter));
    }

    /// <summary>Whether the actor may agree that this person comes back by mail: as the level above each role that reaches far, or for the platform.</summary>
    public async Task<bool> MayRecoverAsync(Actor actor, Guid accountId, CancellationToken ct)
    {
        if (actor.Can(Permission.RecoverAccounts, Perimeter.National))
        {
            return true;
        }

        var today = clock.Today();
        var held = (await db.RoleAssignments.AsNoTracking().Where(row => row.AccountId == accountId).ToListAsync(ct)).FindAll(row => row.HoldsOn(today));
        var perimeters = await scopes.PerimetersOfAsync([.. held.Select(row => row.Scope)], ct);
        bool IsBelow(RoleAssignment row) => perimeters.TryGetValue(row.Scope, out var perimeter) && actor.CanGive(row.Role, perimeter);
        return held.Exists(IsBelow) && held.Where(row => PermissionTable.NeedsStrongSignIn(row.Role)).All(IsBelow);
    }

    private async Task<IQueryable<HeldBy>> SeenAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today();
        return from assignment in await VisibleAsync(actor, ct)
               join account in db.Accounts on assignment.AccountId equals account.Id
               where (assignment.EndsOn == null || assignment.EndsOn >= today) && account.ClosedAt == null
               select new HeldBy { Assignment = assignment, Account = account };
    }

    private static IQueryable<HeldBy> ByName(IQueryable<HeldBy> seen) => seen.OrderBy(row => row.Account.FoldedName).ThenBy(row => row.Assignment.RoleAssignmentId);

    private async Task<IReadOnlyList<SeenRole>> ListAsync(Actor actor, IQueryable<HeldBy> seen, CancellationToken ct)
    {
        var rows = await seen.AsNoTracking().ToListAsync(ct);
        var perimeters = await scopes.PerimetersOfAsync([.. rows.Select(row => row.Assignment.Scope)], ct);
        return [.. rows.Select(row => new SeenRole(
            row.Assignment, row.Account.Name, row.Account.Email!, perimeters.TryGetValue(row.Assignment.Scope, out var perimeter) && actor.CanGive(row.Assignment.Role, perimeter)))];
    }

    /// <summary>The roles of others that an actor may see.</summary>
    internal async Task<IQueryable<RoleAssignment>> VisibleAsync(Actor actor, CancellationToken ct)
    {
        var own = actor.ScopesFor(Permission.SeePeople).Where(scope => scope.Kind == ScopeKind.Organisation).Select(scope => scope.Key).ToList();
        return db.RoleAssignments.Within(await scopes.WithinAsync(actor.ScopesFor(Permission.SeePeople), ct)).Where(row => !OfTheOrganisation.Contains(row.Role) || own.Contains(row.ScopeKey));
    }

    private sealed class HeldBy
    {
        public required RoleAssignment Assignment { get; init; }

        public required Account Account { get; init; }
    }
}
