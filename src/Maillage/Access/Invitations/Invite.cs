using Maillage.Access.Accounts;
using Maillage.Access.Guardians;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Invitations;

/// <summary>Offers someone a role of the level below, within what the actor holds. A second invitation to the same role withdraws the first.</summary>
public sealed class Invite(MaillageDb db, IScopeDirectory scopes, AskGuardian askGuardian, SendInvitation send, TimeProvider clock)
{
    /// <summary>In a day, by one person: more is no longer people who know one another.</summary>
    public const int MostInADay = 100;

    /// <summary>Age, in years, over which a birth date is a slip of the pen.</summary>
    private const int MostYears = 110;

    /// <param name="Email">Address to which the link is sent.</param>
    /// <param name="Name">How the person is called; they may change it.</param>
    /// <param name="Role">Role offered.</param>
    /// <param name="Scope">Where it holds.</param>
    /// <param name="StartsOn">First day of the role; the day of the answer when nothing is said.</param>
    /// <param name="EndsOn">Last day of the role; none for a role without end.</param>
    /// <param name="Language">Language of the message, <c>fr</c> or <c>en</c>.</param>
    /// <param name="BirthDate">Of a learner, and of nobody else; it is not kept.</param>
    /// <param name="GuardianEmail">Of who answers for a learner under fifteen: asked first, before anything is sent to the learner.</param>
    public sealed record Input(
        string? Email, string? Name, Role? Role, Scope? Scope, DateOnly? StartsOn, DateOnly? EndsOn, string Language, DateOnly? BirthDate = null, string? GuardianEmail = null);

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

        var today = clock.Today();
        if (input.StartsOn < today)
        {
            return AccessProblems.FirstDayPast;
        }

        if (input.EndsOn < (input.StartsOn ?? today))
        {
            return AccessProblems.LastDayPast;
        }

        var now = clock.UtcNow();
        var yesterday = now.AddDays(-1);
        if (await db.Invitations.CountAsync(row => row.InvitedBy == actor.AccountId && row.SentAt > yesterday, ct) >= MostInADay)
        {
            return AccessProblems.TooManyInvitations;
        }

        if (role == Role.Learner)
        {
            if (input.BirthDate is not { } birthDate || birthDate > today || birthDate < today.AddYears(-MostYears))
            {
                return AccessProblems.BirthDateWrong;
            }

            if (GuardianAgreement.EndOf(birthDate) > today)
            {
                return await AskGuardianAsync(actor, input, email, name, scope, GuardianAgreement.EndOf(birthDate), ct);
            }
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
            RoleStartsOn = input.StartsOn,
            RoleEndsOn = input.EndsOn,
            InvitedBy = actor.AccountId,
            SentAt = now,
            ExpiresAt = now + Invitation.LifeTime,
        };
        await send.ExecuteAsync(invitation, secret, input.Language, ct);
        await db.SaveChangesAsync(actor.Doing(AccessActs.Invited), clock, ct);
        return Result.Ok;
    }

    private async Task<Result> AskGuardianAsync(Actor actor, Input input, EmailAddress email, string name, Scope scope, DateOnly endsBefore, CancellationToken ct)
    {
        if (name.Length == 0)
        {
            return AccessProblems.NameMissing;
        }

        if (!EmailAddress.TryParse(input.GuardianEmail, out var guardian) || guardian == email)
        {
            return AccessProblems.GuardianEmailWrong;
        }

        await askGuardian.AskAsync(
            new GuardianAgreement
            {
                LearnerEmail = email.Text,
                LearnerName = name,
                GuardianEmail = guardian.Text,
                EndsBefore = endsBefore,
                ScopeKind = scope.Kind,
                ScopeKey = scope.Key,
                RoleStartsOn = input.StartsOn,
                RoleEndsOn = input.EndsOn,
                Language = input.Language,
                AskedBy = actor.AccountId!.Value,
                AskedAt = clock.UtcNow(),
            },
            ct);
        await db.SaveChangesAsync(actor.Doing(AccessActs.GuardianAsked), clock, ct);
        return Result.Ok;
    }
}
