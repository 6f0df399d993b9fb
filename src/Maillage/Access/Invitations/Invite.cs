using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>Offers someone a role of the level below, within what the actor holds. A second invitation to the same role withdraws the first.</summary>
public sealed class Invite(MaillageDb db, IScopeDirectory scopes, Outbox outbox, TimeProvider clock)
{
    /// <summary>In a day, by one person: more is no longer people who know one another.</summary>
    public const int MostInADay = 100;

    /// <param name="Email">Address to which the link is sent.</param>
    /// <param name="Name">How the person is called; they may change it.</param>
    /// <param name="Role">Role offered.</param>
    /// <param name="Scope">Where it holds.</param>
    /// <param name="EndsOn">Last day of the role; none for a role without end.</param>
    /// <param name="Language">Language of the message, <c>fr</c> or <c>en</c>.</param>
    public sealed record Input(string? Email, string? Name, Role? Role, Scope? Scope, DateOnly? EndsOn, string Language);

    public async Task<Result> ExecuteAsync(Actor actor, Input input, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(input.Email, out var email))
        {
            return AccessProblems.EmailWrong;
        }

        var name = Account.CleanName(input.Name);
        if (name.Length > Account.NameMaxLength)
        {
            return AccessProblems.NameMissing;
        }

        if (input.Role is not { } role)
        {
            return AccessProblems.RoleNotYours;
        }

        if (input.Scope is not { } scope || !PermissionTable.ScopesOf(role).Contains(scope.Kind) || await scopes.PerimeterOfAsync(scope, ct) is not { } perimeter)
        {
            return AccessProblems.ScopeWrong;
        }

        if (!actor.CanGive(role, perimeter))
        {
            return AccessProblems.RoleNotYours;
        }

        if (input.EndsOn < clock.Today())
        {
            return AccessProblems.LastDayPast;
        }

        var now = clock.UtcNow();
        var yesterday = now.AddDays(-1);
        if (await db.Invitations.CountAsync(row => row.InvitedBy == actor.AccountId && row.SentAt > yesterday, ct) >= MostInADay)
        {
            return AccessProblems.TooManyInvitations;
        }

        foreach (var former in await db.Invitations.Where(row => row.Email == email.Text && row.Role == role && row.ScopeKind == scope.Kind && row.ScopeKey == scope.Key
            && row.AcceptedAt == null && row.WithdrawnAt == null).ToListAsync(ct))
        {
            former.Withdraw(now);
        }

        var secret = Secret.New();
        var invitation = new Invitation
        {
            TokenDigest = Secret.DigestOf(secret),
            Email = email.Text,
            Name = name,
            Role = role,
            ScopeKind = scope.Kind,
            ScopeKey = scope.Key,
            RoleEndsOn = input.EndsOn,
            InvitedBy = actor.AccountId,
            SentAt = now,
            ExpiresAt = now + Invitation.LifeTime,
        };
        db.Add(invitation);
        var inviter = await db.Accounts.Where(row => row.Id == actor.AccountId).Select(row => row.Name).SingleAsync(ct);
        var names = await scopes.NamesOfAsync([scope], ct);
        outbox.Send(new Recipient(email.Text, input.Language), AccessMessages.Invitation(invitation, inviter, names.GetValueOrDefault(scope), secret));
        await db.SaveChangesAsync(actor.Doing(AccessActs.Invited), clock, ct);
        return Result.Ok;
    }
}
