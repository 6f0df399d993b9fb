using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Links;

/// <summary>
/// Sends the owner of an account a link that signs them in once: for those who come twice a year. Whether the address is that
/// of an account, the answer does not tell.
/// </summary>
public sealed class SendSignInLink(MaillageDb db, SignInThrottle throttle, Outbox outbox, TimeProvider clock)
{
    public static readonly TimeSpan LifeTime = TimeSpan.FromMinutes(30);

    public async Task<Result> ExecuteAsync(Actor actor, string? email, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var typed))
        {
            return AccessProblems.EmailWrong;
        }

        // Counted apart from passwords: who asks for a link in someone's name must not keep them from signing in.
        if (!await throttle.TryAsync("link " + typed.Text, actor.Author.Address, ct))
        {
            return AccessProblems.TooManyAttempts;
        }

        if (await db.Accounts.SingleOrDefaultAsync(row => row.NormalizedEmail == typed.Text, ct) is { IsOpen: true } account)
        {
            var (secret, now) = (Secret.New(), clock.UtcNow());
            db.Add(new ActionLink
            {
                TokenDigest = Secret.DigestOf(secret),
                Purpose = LinkPurpose.SignIn,
                Email = typed.Text,
                AccountId = account.Id,
                SentAt = now,
                ExpiresAt = now + LifeTime,
                ServesAgain = false,
            });
            outbox.Send(AccessMessages.Of(account), AccessMessages.SignInLink(secret));
            await db.SaveChangesAsync(actor.Doing(AccessActs.SignInLinkAsked), clock, ct);
        }

        return Result.Ok;
    }
}
