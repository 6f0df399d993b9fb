using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Bodies;

/// <summary>Keeps what a meeting decided, changes it, and says how far it is.</summary>
public sealed class FollowDecision(MaillageDb db, ReadBodies bodies, PossibleLeads leads, TimeProvider clock)
{
    /// <param name="Owner">Account of a person of the team.</param>
    /// <param name="OwnerName">Name of someone who has no account.</param>
    /// <param name="DueOn">As browsers send a day.</param>
    /// <param name="Action">Action of the plan by which it is done.</param>
    public sealed record Input(string? Text, Guid? Owner, string? OwnerName, string? DueOn, Guid? Action);

    /// <exception cref="NotFound">No such meeting, or not one of a campus that the actor may change.</exception>
    public async Task<Result> AddAsync(Actor actor, Guid meetingId, Input input, CancellationToken ct)
    {
        var (meeting, _, _) = await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        var decision = new MeetingDecision { MeetingId = meetingId, CampusId = meeting.CampusId, Text = "" };
        if (await FillAsync(decision, input, ct) is { } wrong)
        {
            return wrong;
        }

        if (await db.MeetingDecisions.CountAsync(row => row.MeetingId == meetingId, ct) >= Meeting.MostDecisions)
        {
            return BodyProblems.TooManyDecisions;
        }

        db.Add(decision);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.DecisionTaken), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such decision, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid decisionId, Input input, int version, CancellationToken ct)
    {
        var decision = await FindAsync(actor, decisionId, ct);
        if (await FillAsync(decision, input, ct) is { } wrong)
        {
            return wrong;
        }

        return version == db.VersionOf(decision) ? await db.SaveOrTellAsync(actor.Doing(SteeringActs.DecisionChanged), clock, ct) : SteeringProblems.ChangedMeanwhile;
    }

    /// <exception cref="NotFound">No such decision, or not one of a campus that the actor may change.</exception>
    public async Task<Result> MoveAsync(Actor actor, Guid decisionId, DecisionEvent? what, CancellationToken ct)
    {
        var decision = await FindAsync(actor, decisionId, ct);
        var moved = what is { } known ? decision.Apply(known) : SteeringProblems.NoSuchDecisionMove;
        return moved.Failed ? moved : await db.SaveOrTellAsync(actor.Doing(SteeringActs.DecisionMoved), clock, ct);
    }

    /// <exception cref="NotFound">No such decision, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid decisionId, CancellationToken ct)
    {
        db.Remove(await FindAsync(actor, decisionId, ct));
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.DecisionRemoved), clock, ct);
    }

    private async Task<MeetingDecision> FindAsync(Actor actor, Guid decisionId, CancellationToken ct)
    {
        var meetingId = await db.MeetingDecisions.Where(row => row.MeetingDecisionId == decisionId).Select(row => (Guid?)row.MeetingId).SingleOrDefaultAsync(ct) ?? throw new NotFound("The decision");
        await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        return await db.MeetingDecisions.SingleAsync(row => row.MeetingDecisionId == decisionId, ct);
    }

    private async Task<Problem?> FillAsync(MeetingDecision decision, Input input, CancellationToken ct)
    {
        var (text, owner) = (TypedText.Lines(input.Text), TypedText.OneLine(input.OwnerName));
        if (text.Length is 0 or > MeetingDecision.TextMaxLength)
        {
            return BodyProblems.DecisionWrong(text.Length);
        }

        if (owner.Length > MeetingDecision.OwnerMaxLength)
        {
            return BodyProblems.TooLong("ownerName", MeetingDecision.OwnerMaxLength, owner.Length);
        }

        if (owner.Length > 0 && input.Owner is not null)
        {
            return BodyProblems.TwoOwners;
        }

        // Who has it already may keep it, even once they have left the team.
        if (input.Owner is { } person && person != decision.OwnerAccountId && !await leads.IsPersonAsync(decision.CampusId, person, ct))
        {
            return BodyProblems.OwnerUnknown;
        }

        if (!TypedText.TryDay(input.DueOn, out var due))
        {
            return SteeringProblems.DayWrong("dueOn", input.DueOn);
        }

        if (input.Action is { } action && !await db.PlanActions.AnyAsync(row => row.PlanActionId == action && row.CampusId == decision.CampusId, ct))
        {
            return BodyProblems.ActionUnknown;
        }

        (decision.Text, decision.OwnerAccountId, decision.OwnerName, decision.DueOn, decision.PlanActionId) = (text, input.Owner, owner.OrNone(), due, input.Action);
        return null;
    }
}
