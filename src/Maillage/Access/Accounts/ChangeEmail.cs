using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>
/// Gives an account another e-mail address: asked from a session that was proved, taken once the new mailbox is proved too. The
/// former mailbox is told of both, and opens the account no more.
/// </summary>
public sealed class ChangeEmail(MaillageDb db, Credentials credentials, SignInThrottle throttle, Outbox outbox, TimeProvider clock)
{
    public static readonly TimeSpan LifeTime = TimeSpan.FromHours(24);

    /// <summary>Sends the link to the new mailbox; when the address is that of another account nothing is sent, and the answer does not tell.</summary>
    public async Task<Result> AskAsync(CurrentSession session, string? email, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var typed))
        {
            return AccessProblems.EmailWrong;
        }

        if (typed.Text == session.Account.NormalizedEmail)
        {
            return AccessProblems.EmailSame;
        }

        if (!await credentials.MayChangeAsync(session, ct))
        {
            return AccessProblems.ProofNeeded;
        }

        if (!await throttle.TryAsync($"email {session.AccountId}", session.Actor.Author.Address, ct))
        {
            return AccessProblems.TooManyAttempts;
        }

        foreach (var former in await OpenLinks(session.AccountId, LinkPurpose.ChangeEmail).ToListAsync(ct))
        {
            former.Revoke(clock.UtcNow());
        }

        if (!await db.Accounts.AnyAsync(row => row.NormalizedEmail == typed.Text, ct))
        {
            var (secret, now) = (Secret.New(), clock.UtcNow());
            db.Add(new ActionLink
            {
                TokenDigest = Secret.DigestOf(secret),
                Purpose = LinkPurpose.ChangeEmail,
                Email = typed.Text,
                AccountId = session.AccountId,
                SentAt = now,
                ExpiresAt = now + LifeTime,
                ServesAgain = false,
            });
            outbox.Send(new Recipient(typed.Text, session.Account.Language, session.AccountId), AccessMessages.ChangeEmail(secret));
        }

        outbox.Send(AccessMessages.Of(session.Account), AccessMessages.Security(AccessActs.EmailChangeAsked));
        await db.SaveChangesAsync(session.Actor.Doing(AccessActs.EmailChangeAsked), clock, ct);
        return Result.Ok;
    }

    /// <summary>The new address that a link proves, while it serves.</summary>
    public async Task<string?> FindAsync(string? token, CancellationToken ct) => (await OpenAsync(token, ct))?.Email;

    /// <summary>Takes the new address.</summary>
    /// <param name="token">Secret of the link.</param>
    /// <param name="address">Network address of who follows it.</param>
    /// <param name="ct">Stops the operation; nothing is then changed.</param>
    public async Task<Result> FollowAsync(string? token, string? address, CancellationToken ct)
    {
        if (await OpenAsync(token, ct) is not { AccountId: { } accountId } link || await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, ct) is not { IsOpen: true } account)
        {
            return AccessProblems.LinkOver;
        }

        var now = clock.UtcNow();
        link.Use(now);
        foreach (var former in await OpenLinks(accountId, LinkPurpose.SignIn, LinkPurpose.Recovery).ToListAsync(ct))
        {
            former.Revoke(now);
        }

        outbox.Send(AccessMessages.Of(account), AccessMessages.Security(AccessActs.EmailChanged));
        (account.Email, account.NormalizedEmail, account.UserName, account.NormalizedUserName, account.EmailConfirmed) = (link.Email, link.Email, link.Email, link.Email, true);
        try
        {
            await db.SaveChangesAsync(Actor.Person(accountId, [], address).Doing(AccessActs.EmailChanged), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // Followed twice at once, or the address became that of another account meanwhile.
            return AccessProblems.LinkOver;
        }
    }

    private IQueryable<ActionLink> OpenLinks(Guid accountId, params LinkPurpose[] purposes) =>
        db.ActionLinks.Where(row => row.AccountId == accountId && purposes.Contains(row.Purpose) && row.FirstUsedAt == null && row.RevokedAt == null);

    private async Task<ActionLink?> OpenAsync(string? token, CancellationToken ct)
    {
        var digest = Secret.DigestOf(token ?? "");
        var link = await db.ActionLinks.SingleOrDefaultAsync(row => row.TokenDigest == digest && row.Purpose == LinkPurpose.ChangeEmail, ct);
        return link?.IsOpenAt(clock.UtcNow()) == true ? link : null;
    }
}
