using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>Takes the role that an invitation offers: with the account that is signed in, or with a new one. It serves once.</summary>
public sealed class AcceptInvitation(MaillageDb db, IScopeDirectory scopes, Outbox outbox, TimeProvider clock)
{
    /// <param name="Token">Secret of the link.</param>
    /// <param name="Email">Address of a first administrator; for any other, that of the invitation stands.</param>
    /// <param name="Name">How the person is called.</param>
    /// <param name="Language">Language of messages.</param>
    public sealed record Input(string? Token, string? Email, string? Name, string Language);

    /// <summary>The invitation that a link names, while it serves.</summary>
    public async Task<Invitation?> FindAsync(string? token, CancellationToken ct)
    {
        var digest = Secret.DigestOf(token ?? "");
        var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenDigest == digest, ct);
        return found?.IsOpenAt(clock.UtcNow()) == true ? found : null;
    }

    /// <summary>Whether the address of an invitation is that of an account: its owner signs in first.</summary>
    public Task<bool> IsKnownAsync(Invitation invitation, CancellationToken ct) =>
        db.Accounts.AnyAsync(row => row.NormalizedEmail == invitation.Email, ct);

    /// <returns>The account that holds the role from now on.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Actor actor, Input input, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var digest = Secret.DigestOf(input.Token ?? "");
        var invitation = await db.Invitations.SingleOrDefaultAsync(row => row.TokenDigest == digest, ct);
        if (invitation is null || !invitation.IsOpenAt(now))
        {
            return AccessProblems.LinkOver;
        }

        var account = actor.AccountId is { } own ? await OwnAsync(own, invitation, ct) : await NewAsync(invitation, input, now, ct);
        if (account.Failed)
        {
            return account.Problem;
        }

        invitation.Accept(now);
        db.Add(new RoleAssignment
        {
            AccountId = account.Value.Id,
            Role = invitation.Role,
            ScopeKind = invitation.ScopeKind,
            ScopeKey = invitation.ScopeKey,
            StartsOn = invitation.RoleStartsOn is { } day && day > clock.Today() ? day : clock.Today(),
            GivenBy = invitation.InvitedBy,
        }.EndingOn(invitation.RoleEndsOn));
        if (invitation.GuardianAgreementId is { } agreementId)
        {
            (await db.GuardianAgreements.SingleAsync(row => row.GuardianAgreementId == agreementId, ct)).OpenedBy(account.Value.Id);
        }

        await TellInviterAsync(invitation, account.Value.Name, ct);
        try
        {
            await db.SaveChangesAsync(Actor.Person(account.Value.Id, [], actor.Author.Address).Doing(AccessActs.InvitationAccepted), clock, ct);
        }
        catch (DbUpdateException)
        {
            // Followed twice at once, or the address became an account meanwhile: the first one was kept.
            return AccessProblems.LinkOver;
        }

        return account.Value.Id;
    }

    private async Task TellInviterAsync(Invitation invitation, string name, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == invitation.InvitedBy && row.ClosedAt == null, ct) is { } inviter)
        {
            var names = await scopes.NamesOfAsync([invitation.Scope], ct);
            await outbox.NotifyAsync(
                [AccessMessages.Of(inviter)], NotificationTopic.People, AccessMessages.InvitationAccepted(invitation, name, names.GetValueOrDefault(invitation.Scope)), ct);
        }
    }

    private async Task<Result<Account>> OwnAsync(Guid accountId, Invitation invitation, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        return invitation.Email is { } email && email != account.NormalizedEmail ? AccessProblems.InvitationOfAnother : account;
    }

    private async Task<Result<Account>> NewAsync(Invitation invitation, Input input, DateTime now, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(invitation.Email ?? input.Email, out var email))
        {
            return AccessProblems.EmailWrong;
        }

        var name = Account.CleanName(input.Name);
        if (name.Length is 0 or > Account.NameMaxLength)
        {
            return AccessProblems.NameMissing;
        }

        if (await db.Accounts.AnyAsync(row => row.NormalizedEmail == email.Text, ct))
        {
            return AccessProblems.AccountExists;
        }

        var account = new Account
        {
            Name = name,
            Email = email.Text,
            NormalizedEmail = email.Text,
            UserName = email.Text,
            NormalizedUserName = email.Text,
            // The link came by that address; a first administrator's came by the terminal.
            EmailConfirmed = invitation.Email is not null,
            Language = input.Language,
            CreatedAt = now,
        };
        db.Add(account);
        return account;
    }
}
