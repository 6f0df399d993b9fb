using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Sessions;

/// <summary>The open sessions of one account.</summary>
public sealed class SessionsOfAccount(MaillageDb db, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Session>> ReadAsync(Guid accountId, CancellationToken ct) =>
        [.. (await Latest(accountId).AsNoTracking().ToListAsync(ct)).Where(session => session.IsOpenAt(clock.UtcNow()))];

    /// <summary>Ends the others in the current unit of work.</summary>
    internal async Task EndOthersAsync(Guid accountId, Guid? kept, CancellationToken ct)
    {
        foreach (var session in await db.Sessions.Where(row => row.AccountId == accountId && row.EndedAt == null).ToListAsync(ct))
        {
            if (session.SessionId != kept)
            {
                session.End(clock.UtcNow());
            }
        }
    }

    private IQueryable<Session> Latest(Guid accountId) =>
        db.Sessions.Where(row => row.AccountId == accountId && row.EndedAt == null).OrderByDescending(row => row.StartedAt).Take(Most);
}
