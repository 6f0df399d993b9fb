using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Sessions;

/// <summary>The session of a request: whose it is, how it was opened, and what its person may do today.</summary>
public sealed record CurrentSession(Session Session, Account Account, Actor Actor)
{
    public Guid SessionId => Session.SessionId;

    public Guid AccountId => Account.Id;

    /// <summary>Roles that wait for a stronger proof than a mailbox.</summary>
    public required IReadOnlyList<HeldRole> HeldBack { get; init; }
}

/// <summary>Reads the session that a cookie names, with the roles that its person holds today.</summary>
public sealed class ReadSession(MaillageDb db, TimeProvider clock)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromHours(1);

    /// <returns>Nothing when the session is over, or its account closed.</returns>
    public async Task<CurrentSession?> ExecuteAsync(Guid sessionId, string? address, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
            where session.SessionId == sessionId
            select new { session, account }).SingleOrDefaultAsync(ct);
        if (found is null || !found.session.IsOpenAt(now) || !found.account.IsOpen)
        {
            return null;
        }

        if (now - found.session.SeenAt >= SeenStep)
        {
            await db.Sessions.Where(row => row.SessionId == sessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), ct);
        }

        var today = clock.Today();
        var assignments = await db.RoleAssignments.AsNoTracking().Where(row => row.AccountId == found.account.Id).ToListAsync(ct);
        var held = assignments.Where(row => row.HoldsOn(today)).Select(row => new HeldRole(row.Role, row.Scope)).Distinct().ToList();
        var open = found.session.IsStrong ? held : held.FindAll(role => !PermissionTable.NeedsStrongSignIn(role.Role));
        return new CurrentSession(found.session, found.account, Actor.Person(found.account.Id, open, address)) { HeldBack = [.. held.Except(open)] };
    }
}
