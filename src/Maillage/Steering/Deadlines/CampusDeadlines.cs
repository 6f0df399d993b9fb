using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;
using Maillage.Steering.Funding;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Deadlines;

/// <summary>What falls on a day of the calendar of a campus.</summary>
public enum DeadlineKind
{
    Meeting,
    Decision,
    Action,
    Funding,
}

/// <summary>Something on a day of the calendar of a campus.</summary>
/// <param name="ThingId">The meeting, the action or the grant that one opens; for a decision, its meeting.</param>
/// <param name="At">UTC instant, for what has an hour.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly Day, DateTime? At, string Title, Guid ThingId);

/// <summary>Meetings, due days of decisions, ends of actions and deadlines of funders, day by day.</summary>
public sealed class CampusDeadlines(MaillageDb db)
{
    /// <summary>Of each kind, in one reading.</summary>
    private const int Most = 1_000;

    /// <summary>From a day to another, both within: for its team all of it, for its members what the bodies open to them hold.</summary>
    public async Task<IReadOnlyList<Deadline>> ReadAsync(OpenedCampus opened, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var (campusId, mayEdit, start, end) = (opened.Campus.CampusId, opened.MayEdit, ParisClock.StartOf(from), ParisClock.StartOf(until.AddDays(1)));
        var bodies = db.SteeringBodies.Where(row => row.CampusId == campusId && (mayEdit || row.IsForMembers));
        var meetings = db.Meetings.Join(bodies, meeting => meeting.SteeringBodyId, body => body.SteeringBodyId, (meeting, body) => new { meeting.MeetingId, meeting.StartsAt, body.Name });
        var found = (await meetings.Where(row => row.StartsAt >= start && row.StartsAt < end).OrderBy(row => row.StartsAt).Take(Most).ToListAsync(ct))
            .ConvertAll(row => new Deadline(DeadlineKind.Meeting, ParisClock.DayOf(row.StartsAt), row.StartsAt, row.Name, row.MeetingId));
        found.AddRange((await db.MeetingDecisions.Where(row => row.CampusId == campusId && row.State == DecisionState.ToDo && row.DueOn >= from && row.DueOn <= until)
            .Join(meetings, decision => decision.MeetingId, meeting => meeting.MeetingId, (decision, meeting) => new { decision.DueOn, decision.Text, meeting.MeetingId })
            .OrderBy(row => row.DueOn).Take(Most).ToListAsync(ct)).Select(row => new Deadline(DeadlineKind.Decision, row.DueOn!.Value, null, row.Text, row.MeetingId)));
        if (mayEdit)
        {
            found.AddRange((await db.PlanActions.Where(row => row.CampusId == campusId && (row.State == PlanActionState.Planned || row.State == PlanActionState.UnderWay) && row.EndsOn >= from && row.EndsOn <= until)
                .OrderBy(row => row.EndsOn).Take(Most).Select(row => new { row.EndsOn, row.Title.Fr, row.PlanActionId }).ToListAsync(ct))
                .Select(row => new Deadline(DeadlineKind.Action, row.EndsOn!.Value, null, row.Fr, row.PlanActionId)));
            found.AddRange((await db.GrantDeadlines.Where(row => row.CampusId == campusId && !row.IsDone && row.DueOn >= from && row.DueOn <= until)
                .Join(db.Grants, deadline => deadline.GrantId, grant => grant.GrantId, (deadline, grant) => new { deadline.DueOn, deadline.Title, grant.Name, grant.GrantId })
                .OrderBy(row => row.DueOn).Take(Most).ToListAsync(ct)).Select(row => new Deadline(DeadlineKind.Funding, row.DueOn, null, $"{row.Name} · {row.Title}", row.GrantId)));
        }

        return [.. found.OrderBy(row => row.Day).ThenBy(row => row.At is null).ThenBy(row => row.At).ThenBy(row => row.Kind).ThenBy(row => row.Title, StringComparer.Ordinal)];
    }
}
