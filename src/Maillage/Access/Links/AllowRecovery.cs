using Maillage.Access.People;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Links;

/// <summary>
/// Agrees that someone who has lost every way to sign in makes new ones after a link sent to their mailbox. Neither the mailbox
/// nor who agrees suffices alone: two people must be deceived for an account to be taken.
/// </summary>
public sealed class AllowRecovery(MaillageDb db, PeopleOfActor people, Outbox outbox, TimeProvider clock)
{
    public static readonly TimeSpan LifeTime = TimeSpan.FromHours(24);

    /// <exception cref="NotFound">The actor sees no such person, or may not agree for them.</exception>
    public async Task ExecuteAsync(Actor actor, Guid accountId, string? reason, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId && row.ClosedAt == null, ct);
        if (account is null || accountId == actor.AccountId || !await people.MayRecoverAsync(actor, accountId, ct))
        {
            throw new NotFound("The person");
        }

        var (secret, now) = (Secret.New(), clock.UtcNow());
        foreach (var former in await db.ActionLinks.Where(row => row.AccountId == accountId && row.Purpose == LinkPurpose.Recovery && row.FirstUsedAt == null && row.RevokedAt == null).ToListAsync(ct))
        {
            former.Revoke(now);
        }

        db.Add(new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret),
            Purpose = LinkPurpose.Recovery,
            Email = account.NormalizedEmail!,
            AccountId = accountId,
            SentBy = actor.AccountId,
            SentAt = now,
            ExpiresAt = now + LifeTime,
            ServesAgain = false,
        });
        outbox.Send(AccessMessages.Of(account), AccessMessages.Recovery(secret));
        await db.SaveChangesAsync(actor.Doing(AccessActs.RecoveryAllowed, reason), clock, ct);
    }
}
