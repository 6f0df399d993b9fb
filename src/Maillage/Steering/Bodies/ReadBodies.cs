using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Bodies;

/// <summary>A seat and the organisation for which it is held.</summary>
public sealed record ShownSeat(BodyMember Seat, string? Organisation)
{
    public string Label => string.Join(" · ", new[] { Seat.Name, Seat.Function, Organisation }.OfType<string>());
}

/// <summary>A body, with those who sit in it and its meetings, the latest first.</summary>
public sealed record OpenedBody(OpenedCampus Opened, SteeringBody Body, int Version, IReadOnlyList<ShownSeat> Seats, IReadOnlyList<Meeting> Meetings);

/// <summary>A decision as a page shows it.</summary>
/// <param name="Owner">Name of who does it.</param>
/// <param name="Action">Title of the action by which it is done.</param>
public sealed record ShownDecision(MeetingDecision Decision, int Version, string? Owner, LocalizedText? Action);

/// <summary>All that is known of a meeting.</summary>
public sealed record OpenedMeeting(
    OpenedCampus Opened, SteeringBody Body, Meeting Meeting, int Version, IReadOnlyList<(ShownSeat Seat, AttendanceState? State)> Attendance, StoredFile? File, IReadOnlyList<ShownDecision> Decisions);

/// <summary>Gives the bodies of a campus, their meetings and decisions to its team; to its members, those that the team opens to them.</summary>
public sealed class ReadBodies(MaillageDb db, OpenCampus open)
{
    /// <summary>The bodies, by kind and name, with the next or last hour at which each meets.</summary>
    public async Task<IReadOnlyList<(SteeringBody Body, DateTime? LastMeeting)>> OfCampusAsync(OpenedCampus opened, CancellationToken ct)
    {
        var (campusId, mayEdit, meetings) = (opened.Campus.CampusId, opened.MayEdit, db.Meetings);
        var bodies = await db.SteeringBodies.AsNoTracking().Where(row => row.CampusId == campusId && (mayEdit || row.IsForMembers)).OrderBy(row => row.Name).ThenBy(row => row.SteeringBodyId)
            .Take(SteeringBody.MostOfACampus)
            .Select(row => new { row, Last = meetings.Where(meeting => meeting.SteeringBodyId == row.SteeringBodyId).Max(meeting => (DateTime?)meeting.StartsAt) }).ToListAsync(ct);
        return [.. bodies.OrderBy(row => row.row.Kind).Select(row => (row.row, row.Last))];
    }

    /// <exception cref="NotFound">No such body, or not one that the actor may read.</exception>
    public async Task<OpenedBody> BodyAsync(Actor actor, Guid bodyId, CancellationToken ct)
    {
        var (body, opened) = await FindBodyAsync(actor, bodyId, isForTeam: false, ct);
        // Who sits in a body is for the team.
        var seats = opened.MayEdit ? await Seats(bodyId).ToListAsync(ct) : [];
        var meetings = await db.Meetings.AsNoTracking().Where(row => row.SteeringBodyId == bodyId).OrderByDescending(row => row.StartsAt).Take(SteeringBody.MostMeetings).ToListAsync(ct);
        return new OpenedBody(opened, body, db.VersionOf(body), seats, meetings);
    }

    /// <exception cref="NotFound">No such meeting, or not one that the actor may read.</exception>
    public async Task<OpenedMeeting> MeetingAsync(Actor actor, Guid meetingId, CancellationToken ct)
    {
        var (meeting, body, opened) = await FindMeetingAsync(actor, meetingId, isForTeam: false, ct);
        var came = opened.MayEdit ? await db.MeetingAttendances.AsNoTracking().Where(row => row.MeetingId == meetingId).ToDictionaryAsync(row => row.BodyMemberId, row => row.State, ct) : [];
        var day = ParisClock.DayOf(meeting.StartsAt);
        var seats = opened.MayEdit ? await Seats(body.SteeringBodyId).ToListAsync(ct) : [];
        var file = await db.AttachedFiles.Where(row => row.AttachedFileId == meeting.AttachedFileId)
            .Join(db.StoredFiles.AsNoTracking(), row => row.StoredFileId, row => row.StoredFileId, (_, stored) => stored).SingleOrDefaultAsync(ct);
        var decisions = await (
            from decision in db.MeetingDecisions
            where decision.MeetingId == meetingId
            join account in db.Accounts on decision.OwnerAccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join action in db.PlanActions on decision.PlanActionId equals action.PlanActionId into actions
            from action in actions.DefaultIfEmpty()
            orderby decision.MeetingDecisionId
            select new { decision, Owner = decision.OwnerName ?? account.Name, ActionFr = (string?)action.Title.Fr, ActionEn = action.Title.En }).Take(Meeting.MostDecisions).ToListAsync(ct);
        return new OpenedMeeting(
            opened, body, meeting, db.VersionOf(meeting),
            [.. seats.Where(seat => seat.Seat.SitsOn(day) || came.ContainsKey(seat.Seat.BodyMemberId)).Select(seat => (seat, came.TryGetValue(seat.Seat.BodyMemberId, out var state) ? state : (AttendanceState?)null))],
            file,
            [.. decisions.Select(row => new ShownDecision(row.decision, db.VersionOf(row.decision), row.Owner, row.ActionFr is { } title ? new LocalizedText(title, row.ActionEn) : null))]);
    }

    /// <exception cref="NotFound">No such body, or not one that the actor may open so.</exception>
    public async Task<(SteeringBody Body, OpenedCampus Opened)> FindBodyAsync(Actor actor, Guid bodyId, bool isForTeam, CancellationToken ct)
    {
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var body = await db.SteeringBodies.SingleOrDefaultAsync(row => row.SteeringBodyId == bodyId, ct) ?? throw new NotFound("The body");
        return (body, isForTeam || !body.IsForMembers ? await open.ForTeamAsync(actor, body.CampusId, ct) : await open.ForMembersAsync(actor, body.CampusId, ct));
    }

    /// <exception cref="NotFound">No such meeting, or not one that the actor may open so.</exception>
    public async Task<(Meeting Meeting, SteeringBody Body, OpenedCampus Opened)> FindMeetingAsync(Actor actor, Guid meetingId, bool isForTeam, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var bodyId = await db.Meetings.Where(row => row.MeetingId == meetingId).Select(row => (Guid?)row.SteeringBodyId).SingleOrDefaultAsync(ct) ?? throw new NotFound("The meeting");
        var (body, opened) = await FindBodyAsync(actor, bodyId, isForTeam, ct);
        return (await db.Meetings.SingleAsync(row => row.MeetingId == meetingId, ct), body, opened);
    }

    private IQueryable<ShownSeat> Seats(Guid bodyId) =>
        (from seat in db.BodyMembers.AsNoTracking()
         where seat.SteeringBodyId == bodyId
         join organisation in db.Organisations on seat.OrganisationId equals organisation.OrganisationId into organisations
         from organisation in organisations.DefaultIfEmpty()
         orderby seat.Until != null, seat.BodyMemberId
         select new ShownSeat(seat, organisation.Name)).Take(SteeringBody.MostMembers);
}
