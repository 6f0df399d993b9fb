using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Links;

/// <summary>Proves a mailbox by the link that was sent there: to sign in, or to recover an account. It serves once.</summary>
public sealed class FollowSignInLink(MaillageDb db, Outbox outbox, TimeProvider clock)
{
    /// <summary>What a link is for, while it serves.</summary>
    public async Task<LinkPurpose?> FindAsync(string? token, CancellationToken ct) => (await OpenAsync(token, ct))?.Purpose;

    /// <returns>The account to open, and how it was proved.</returns>
    public async Task<Result<(Guid AccountId, SignInMethod Method)>> ExecuteAsync(string? token, string? address, CancellationToken ct)
    {
        if (await OpenAsync(token, ct) is not { AccountId: { } accountId } link
            || await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, ct) is not { IsOpen: true } account)
        {
            return AccessProblems.LinkOver;
        }

        link.Use(clock.UtcNow());
        account.EmailConfirmed = true;
        var isRecovery = link.Purpose == LinkPurpose.Recovery;
        if (isRecovery)
        {
            outbox.Send(AccessMessages.Of(account), AccessMessages.Security(AccessActs.RecoveryUsed));
        }

        try
        {
            await db.SaveChangesAsync(Actor.Person(accountId, [], address).Doing(isRecovery ? AccessActs.RecoveryUsed : AccessActs.SignInLinkUsed), clock, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Followed twice at once: the first one came in.
            return AccessProblems.LinkOver;
        }

        return (accountId, link.Purpose switch
        {
            LinkPurpose.Recovery => SignInMethod.Recovery,
            LinkPurpose.Demonstration => SignInMethod.Demonstration,
            _ => SignInMethod.EmailLink,
        });
    }

    private async Task<ActionLink?> OpenAsync(string? token, CancellationToken ct)
    {
        var digest = Secret.DigestOf(token ?? "");
        var link = await db.ActionLinks.SingleOrDefaultAsync(
            row => row.TokenDigest == digest && ((row.Purpose == LinkPurpose.SignIn || row.Purpose == LinkPurpose.Recovery || row.Purpose == LinkPurpose.Demonstration)), ct);
        return link?.IsOpenAt(clock.UtcNow()) == true ? link : null;
    }
}
