using Maillage.Access.Invitations;
using Maillage.Access.PersonalData;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Guardians;

/// <summary>What a guardian is shown of an agreement.</summary>
/// <param name="Agreement">The agreement, asked or given.</param>
/// <param name="OrganisationName">Who teaches the learner.</param>
public sealed record SeenAgreement(GuardianAgreement Agreement, string? OrganisationName);

/// <summary>A guardian agrees that a learner has an account, refuses, or takes the agreement back: then everything held of the learner goes.</summary>
public sealed class AnswerForLearner(
    MaillageDb db, IScopeDirectory scopes, AskGuardian ask, SendInvitation send, EraseAccount erase, ExportPersonalData export, Outbox outbox, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The agreements of the learners for whom the actor answers, those over fifteen left out.</summary>
    public async Task<IReadOnlyList<SeenAgreement>> ReadAsync(Actor actor, CancellationToken ct)
    {
        var today = clock.Today();
        var learners = actor.ScopesFor(Permission.AnswerForLearner).Where(scope => scope.Kind == ScopeKind.Self).Select(scope => Guid.Parse(scope.Key)).ToList();
        var agreements = await (await OfActorAsync(actor, ct)).AsNoTracking()
            .Where(row => (learners.Contains(row.LearnerId!.Value) || learners.Contains(row.GuardianAgreementId)) && row.EndsBefore > today)
            .OrderBy(row => row.AskedAt).Take(Most).ToListAsync(ct);
        var names = await scopes.NamesOfAsync([.. agreements.Select(row => row.Scope)], ct);
        return agreements.ConvertAll(row => new SeenAgreement(row, names.GetValueOrDefault(row.Scope)));
    }

    /// <exception cref="NotFound">No such agreement, or not one of the actor.</exception>
    public async Task<Result> AgreeAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var (agreement, now) = (await FindAsync(actor, agreementId, ct), clock.UtcNow());
        if (!agreement.WaitsAt(now))
        {
            return AccessProblems.LinkOver;
        }

        agreement.Agree(now);
        await ask.ExtendAsync(agreement, ct);
        var secret = Secret.New();
        var invitation = new Invitation
        {
            TokenDigest = Secret.DigestOf(secret),
            Email = agreement.LearnerEmail,
            Name = agreement.LearnerName,
            Role = Role.Learner,
            ScopeKind = agreement.ScopeKind,
            ScopeKey = agreement.ScopeKey,
            RoleStartsOn = agreement.RoleStartsOn,
            RoleEndsOn = agreement.RoleEndsOn,
            GuardianAgreementId = agreementId,
            InvitedBy = agreement.AskedBy,
            SentAt = now,
            ExpiresAt = now + Invitation.LifeTime,
        };
        await send.ExecuteAsync(invitation, secret, agreement.Language, ct);
        try
        {
            await db.SaveChangesAsync(actor.Doing(AccessActs.GuardianAgreed), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Answered twice at once: the first answer stands.
            return AccessProblems.LinkOver;
        }
    }

    /// <summary>Refuses, or takes back: the invitation no longer serves, and the account of the learner is erased if there is one.</summary>
    /// <exception cref="NotFound">No such agreement, or not one of the actor.</exception>
    public async Task RefuseAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var agreement = await FindAsync(actor, agreementId, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == agreement.AskedBy && row.ClosedAt == null, ct) is { } asker)
        {
            await outbox.NotifyAsync([AccessMessages.Of(asker)], NotificationTopic.People, AccessMessages.GuardianRefused(agreement), ct);
        }

        await ask.RevokeAsync(agreement, ct);
        db.Remove(agreement);
        await db.SaveChangesAsync(actor.Doing(AccessActs.GuardianRefused), clock, ct);
        if (agreement.LearnerId is { } learnerId && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == learnerId && row.ClosedAt == null, ct) is { } learner)
        {
            await erase.EraseAsync(learner, ct);
        }
        else
        {
            await erase.ForgetAsync(agreement.LearnerEmail, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>What is held of the learner: nothing but what was asked, until there is an account.</summary>
    /// <exception cref="NotFound">No such agreement, or not one of the actor.</exception>
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var agreement = await FindAsync(actor, agreementId, ct);
        var held = agreement.LearnerId is { } learnerId && await db.Accounts.SingleOrDefaultAsync(row => row.Id == learnerId && row.ClosedAt == null, ct) is { } learner
            ? await export.ExecuteAsync(actor, learner, ct)
            : new Dictionary<string, object>(StringComparer.Ordinal);
        return new Dictionary<string, object>(held, StringComparer.Ordinal)
        {
            ["agreement"] = new { agreement.LearnerName, agreement.LearnerEmail, agreement.GuardianEmail, agreement.AskedAt, agreement.AgreedAt, agreement.EndsBefore },
        };
    }

    private async Task<GuardianAgreement> FindAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var agreement = await (await OfActorAsync(actor, ct)).SingleOrDefaultAsync(row => row.GuardianAgreementId == agreementId, ct);
        return agreement is not null && agreement.EndsBefore > clock.Today() && actor.Can(Permission.AnswerForLearner, PerimeterOf(agreement)) ? agreement : throw new NotFound("The agreement");
    }

    /// <summary>
    /// From an account, those alone that were asked of its own address: who gives the role of guardian would otherwise give, or
    /// take, more than they may.
    /// </summary>
    private async Task<IQueryable<GuardianAgreement>> OfActorAsync(Actor actor, CancellationToken ct)
    {
        if (actor.AccountId is not { } accountId)
        {
            return db.GuardianAgreements;
        }

        var own = await db.Accounts.Where(row => row.Id == accountId).Select(row => row.NormalizedEmail).SingleAsync(ct);
        return db.GuardianAgreements.Where(row => row.GuardianEmail == own);
    }

    /// <summary>The link names the agreement, the role of guardian names the learner.</summary>
    private static Perimeter PerimeterOf(GuardianAgreement agreement) =>
        new([Scope.Self(agreement.GuardianAgreementId), .. agreement.LearnerId is { } learnerId ? [Scope.Self(learnerId)] : Array.Empty<Scope>()]);
}
