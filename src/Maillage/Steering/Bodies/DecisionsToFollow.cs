using Maillage.Access;
using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Bodies;

/// <summary>Which decisions are asked for; nothing said keeps them all.</summary>
public sealed record DecisionFilter(Guid? BodyId = null, DecisionState? State = null, bool IsLate = false);

/// <summary>A decision on one line, with the meeting that took it.</summary>
public sealed record ListedDecision(
    Guid MeetingId, string Body, DateTime MeetingAt, string Text, string? Owner, DateOnly? DueOn, DecisionState State, Guid? PlanActionId, string? Action)
{
    public bool IsLateOn(DateOnly day) => State == DecisionState.ToDo && DueOn < day;
}

/// <summary>The decisions of a campus across its meetings, those due first.</summary>
public sealed class DecisionsToFollow(MaillageDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int Most = 10_000;

    public async Task<(IReadOnlyList<ListedDecision> Decisions, int Total)> ReadAsync(OpenedCampus opened, DecisionFilter filter, int page, CancellationToken ct)
    {
        var listed = Listed(opened, filter);
        return (await listed.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct), await listed.CountAsync(ct));
    }

    public IAsyncEnumerable<ListedDecision> Export(OpenedCampus opened, DecisionFilter filter) => Listed(opened, filter).Take(Most).AsAsyncEnumerable();

    /// <summary>What its members read is what the bodies opened to them decided.</summary>
    private IQueryable<ListedDecision> Listed(OpenedCampus opened, DecisionFilter filter)
    {
        var (campusId, mayEdit) = (opened.Campus.CampusId, opened.MayEdit);
        var decisions = db.MeetingDecisions.AsNoTracking().Where(row => row.CampusId == campusId);
        if (filter.State is { } state)
        {
            decisions = decisions.Where(row => row.State == state);
        }

        if (filter.IsLate)
        {
            var today = clock.Today();
            decisions = decisions.Where(row => row.State == DecisionState.ToDo && row.DueOn < today);
        }

        var bodies = db.SteeringBodies.Where(row => row.CampusId == campusId && (mayEdit || row.IsForMembers));
        if (filter.BodyId is { } bodyId)
        {
            bodies = bodies.Where(row => row.SteeringBodyId == bodyId);
        }

        return from decision in decisions
               join meeting in db.Meetings on decision.MeetingId equals meeting.MeetingId
               join body in bodies on meeting.SteeringBodyId equals body.SteeringBodyId
               join account in db.Accounts on decision.OwnerAccountId equals account.Id into accounts
               from account in accounts.DefaultIfEmpty()
               join action in db.PlanActions on decision.PlanActionId equals action.PlanActionId into actions
               from action in actions.DefaultIfEmpty()
               orderby decision.DueOn == null, decision.DueOn, decision.MeetingDecisionId
               select new ListedDecision(
                   decision.MeetingId, body.Name, meeting.StartsAt, decision.Text, decision.OwnerName ?? account.Name, decision.DueOn, decision.State, decision.PlanActionId, action.Title.Fr);
    }
}
