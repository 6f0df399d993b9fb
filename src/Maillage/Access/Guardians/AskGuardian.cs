using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Guardians;

/// <summary>Asks a guardian, by a link that serves as often as needed, whether a learner under fifteen may have an account.</summary>
public sealed class AskGuardian(MaillageDb db, IScopeDirectory scopes, Outbox outbox, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Those that wait, within what the actor may invite to, the latest first.</summary>
    public async Task<IReadOnlyList<GuardianAgreement>> WaitingAsync(Actor actor, CancellationToken ct)
    {
        var since = clock.UtcNow() - GuardianAgreement.LifeTime;
        var asked = await db.GuardianAgreements.AsNoTracking().Within(await scopes.WithinAsync(actor.ScopesFor(Permission.GiveRoles), ct))
            .Where(row => row.AgreedAt == null && row.AskedAt > since).OrderByDescending(row => row.AskedAt).Take(Most).ToListAsync(ct);
        var perimeters = await scopes.PerimetersOfAsync([.. asked.Select(row => row.Scope)], ct);
        return asked.FindAll(row => perimeters.TryGetValue(row.Scope, out var perimeter) && actor.CanGive(Role.Learner, perimeter));
    }

    /// <summary>Those of one learner, given already, where the actor may ask for them.</summary>
    public async Task<IReadOnlyList<GuardianAgreement>> OfLearnerAsync(Actor actor, Guid learnerId, CancellationToken ct)
    {
        var given = await db.GuardianAgreements.AsNoTracking().Where(row => row.LearnerId == learnerId).OrderBy(row => row.AskedAt).Take(Most).ToListAsync(ct);
        var perimeters = await scopes.PerimetersOfAsync([.. given.Select(row => row.Scope)], ct);
        return given.FindAll(row => perimeters.TryGetValue(row.Scope, out var perimeter) && actor.CanGive(Role.Learner, perimeter));
    }

    /// <summary>Asks in the save of the caller. Asking again for the same learner and organisation takes the former question back.</summary>
    internal async Task AskAsync(GuardianAgreement agreement, CancellationToken ct)
    {
        foreach (var former in await db.GuardianAgreements.Where(row => row.LearnerEmail == agreement.LearnerEmail && row.ScopeKind == agreement.ScopeKind
            && row.ScopeKey == agreement.ScopeKey && row.AgreedAt == null).ToListAsync(ct))
        {
            await RevokeAsync(former, ct);
            db.Remove(former);
        }

        db.Add(agreement);
        await SendAsync(agreement, agreement.AskedAt + GuardianAgreement.LifeTime, ct);
    }

    /// <summary>Sends the link again, to a guardian who has lost it; the former one no longer serves.</summary>
    /// <exception cref="NotFound">No such agreement, or not one that the actor may ask for.</exception>
    public async Task<Result> AgainAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var (agreement, now) = (await FindAsync(actor, agreementId, ct), clock.UtcNow());
        var until = agreement.AgreedAt is null ? agreement.AskedAt + GuardianAgreement.LifeTime : LinkEnd(agreement);
        if (until <= now)
        {
            return AccessProblems.LinkOver;
        }

        await RevokeAsync(agreement, ct);
        await SendAsync(agreement, until, ct);
        await db.SaveChangesAsync(actor.Doing(AccessActs.GuardianAsked), clock, ct);
        return Result.Ok;
    }

    /// <summary>Takes back a question that was not answered yet.</summary>
    /// <exception cref="NotFound">No such question, or not one that the actor may ask.</exception>
    public async Task WithdrawAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var agreement = await FindAsync(actor, agreementId, ct);
        if (agreement.AgreedAt is not null)
        {
            throw new NotFound("The question");
        }

        await RevokeAsync(agreement, ct);
        db.Remove(agreement);
        await db.SaveChangesAsync(actor.Doing(AccessActs.GuardianNoLongerAsked), clock, ct);
    }

    /// <summary>Until when the link of an agreement that was given serves: to take it back.</summary>
    internal static DateTime LinkEnd(GuardianAgreement agreement) => agreement.EndsBefore.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    internal Task RevokeAsync(GuardianAgreement agreement, CancellationToken ct) => ForLinksAsync(agreement, link => link.Revoke(clock.UtcNow()), ct);

    internal Task ExtendAsync(GuardianAgreement agreement, CancellationToken ct) => ForLinksAsync(agreement, link => link.ExpiresAt = LinkEnd(agreement), ct);

    private async Task ForLinksAsync(GuardianAgreement agreement, Action<ActionLink> change, CancellationToken ct) =>
        (await db.ActionLinks.Where(row => row.Purpose == LinkPurpose.AnswerForLearner && row.SubjectId == agreement.GuardianAgreementId && row.RevokedAt == null).ToListAsync(ct)).ForEach(change);

    private async Task<GuardianAgreement> FindAsync(Actor actor, Guid agreementId, CancellationToken ct)
    {
        var agreement = await db.GuardianAgreements.SingleOrDefaultAsync(row => row.GuardianAgreementId == agreementId, ct);
        return agreement is not null && await scopes.PerimeterOfAsync(agreement.Scope, ct) is { } perimeter && actor.CanGive(Role.Learner, perimeter)
            ? agreement
            : throw new NotFound("The agreement");
    }

    private async Task SendAsync(GuardianAgreement agreement, DateTime until, CancellationToken ct)
    {
        var secret = Secret.New();
        db.Add(new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret),
            Purpose = LinkPurpose.AnswerForLearner,
            Email = agreement.GuardianEmail,
            SubjectId = agreement.GuardianAgreementId,
            SentBy = agreement.AskedBy,
            SentAt = clock.UtcNow(),
            ExpiresAt = until,
            ServesAgain = true,
        });
        var names = await scopes.NamesOfAsync([agreement.Scope], ct);
        outbox.Send(new Recipient(agreement.GuardianEmail, agreement.Language), AccessMessages.Guardian(agreement, names.GetValueOrDefault(agreement.Scope), secret));
    }
}
