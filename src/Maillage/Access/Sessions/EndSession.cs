using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Sessions;

/// <summary>Ends one's session: this one by signing out, another from afar, or all but this one.</summary>
public sealed class EndSession(MaillageDb db, SessionsOfAccount sessions, TimeProvider clock)
{
    /// <exception cref="NotFound">The actor has no such session.</exception>
    public async Task ExecuteAsync(Actor actor, Guid sessionId, CancellationToken ct)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.SessionId == sessionId && row.AccountId == actor.AccountId, ct)
            ?? throw new NotFound("The session");
        session.End(clock.UtcNow());
        await db.SaveChangesAsync(actor.Doing(AccessActs.SessionEnded), clock, ct);
    }

    public async Task EndOthersAsync(CurrentSession current, CancellationToken ct)
    {
        await sessions.EndOthersAsync(current.AccountId, current.SessionId, ct);
        await db.SaveChangesAsync(current.Actor.Doing(AccessActs.SessionEnded), clock, ct);
    }
}
