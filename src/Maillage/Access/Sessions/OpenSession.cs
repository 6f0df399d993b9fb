using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Sessions;

/// <summary>Opens a session for a person who has just proved who they are. Its identifier is new each time.</summary>
public sealed class OpenSession(MaillageDb db, SignInThrottle throttle, TimeProvider clock)
{
    /// <exception cref="NotFound">The account does not exist or is closed.</exception>
    public async Task<Session> ExecuteAsync(Guid accountId, SignInMethod method, string device, string? address, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, ct);
        if (account is not { IsOpen: true })
        {
            throw new NotFound("The account");
        }

        var now = clock.UtcNow();
        var session = new Session
        {
            AccountId = accountId,
            Method = method,
            Device = device.Length <= Session.DeviceMaxLength ? device : device[..Session.DeviceMaxLength],
            StartedAt = now,
            SeenAt = now,
            ProvedAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(Actor.Person(accountId, [], address).Doing(AccessActs.SignedIn), clock, ct);
        await db.Accounts.Where(row => row.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.SignedInAt, (DateTime?)now), ct);
        await throttle.ForgetAsync(account.NormalizedEmail!, ct);
        await throttle.ForgetAsync(accountId.ToString(), ct);
        return session;
    }
}
