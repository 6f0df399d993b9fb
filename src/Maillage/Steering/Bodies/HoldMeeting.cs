using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Bodies;

/// <summary>Calls a meeting of a body, then keeps who came and what was said.</summary>
public sealed class HoldMeeting(MaillageDb db, ReadBodies bodies, AttachFile files, TimeProvider clock)
{
    /// <param name="StartsAt">Day and hour in Paris, as browsers send them.</param>
    /// <param name="EndsAt">Hour of the same day, <c>16:00</c>, when it is known.</param>
    /// <param name="Agenda">One item a line.</param>
    public sealed record Input(string? StartsAt, string? EndsAt, string? Place, string? Agenda);

    /// <param name="File">The minutes as a file, in place of the one that is kept.</param>
    public sealed record Report(string? Minutes, string? Guests, AttachFile.SentFile? File);

    /// <returns>Identifier of the meeting.</returns>
    /// <exception cref="NotFound">No such body, or not one of a campus that the actor may change.</exception>
    public async Task<Result<Guid>> CallAsync(Actor actor, Guid bodyId, Input input, CancellationToken ct)
    {
        var (body, _) = await bodies.FindBodyAsync(actor, bodyId, isForTeam: true, ct);
        var meeting = new Meeting { SteeringBodyId = bodyId, CampusId = body.CampusId, StartsAt = default };
        if (Fill(meeting, input) is { } wrong)
        {
            return wrong;
        }

        if (await db.Meetings.CountAsync(row => row.SteeringBodyId == bodyId, ct) >= SteeringBody.MostMeetings)
        {
            return BodyProblems.TooManyMeetings;
        }

        db.Add(meeting);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.MeetingCalled), clock, ct);
        return meeting.MeetingId;
    }

    /// <exception cref="NotFound">No such meeting, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid meetingId, Input input, int version, CancellationToken ct)
    {
        var (meeting, _, _) = await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        if (Fill(meeting, input) is { } wrong)
        {
            return wrong;
        }

        return version == db.VersionOf(meeting) ? await db.SaveOrTellAsync(actor.Doing(SteeringActs.MeetingChanged), clock, ct) : SteeringProblems.ChangedMeanwhile;
    }

    /// <exception cref="NotFound">No such meeting, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ReportAsync(Actor actor, Guid meetingId, Report report, int version, CancellationToken ct)
    {
        var (meeting, body, _) = await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        var (minutes, guests) = (TypedText.Lines(report.Minutes), TypedText.Lines(report.Guests));
        if (minutes.Length > Meeting.MinutesMaxLength)
        {
            return BodyProblems.TooLong("minutes", Meeting.MinutesMaxLength, minutes.Length);
        }

        if (guests.Length > Meeting.GuestsMaxLength)
        {
            return BodyProblems.TooLong("guests", Meeting.GuestsMaxLength, guests.Length);
        }

        if (version != db.VersionOf(meeting))
        {
            return SteeringProblems.ChangedMeanwhile;
        }

        if (report.File is { } sent)
        {
            var kept = await files.AddAsync(actor, meeting.CampusId, sent, ct);
            if (kept.Failed)
            {
                return kept.Problem;
            }

            kept.Value.IsForMembers = body.IsForMembers;
            await files.RemoveAsync([.. new[] { meeting.AttachedFileId }.OfType<Guid>()], ct);
            meeting.AttachedFileId = kept.Value.AttachedFileId;
        }

        (meeting.Minutes, meeting.Guests) = (minutes.OrNone(), guests.OrNone());
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.MinutesWritten), clock, ct);
    }

    /// <summary>Says who of those who have a seat came; a seat of which nothing is said is forgotten.</summary>
    /// <exception cref="NotFound">No such meeting, or not one of a campus that the actor may change.</exception>
    public async Task AttendAsync(Actor actor, Guid meetingId, IReadOnlyDictionary<Guid, AttendanceState?> said, CancellationToken ct)
    {
        var (meeting, _, _) = await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        var seats = await db.BodyMembers.Where(row => row.SteeringBodyId == meeting.SteeringBodyId).Select(row => row.BodyMemberId).Take(SteeringBody.MostMembers).ToListAsync(ct);
        var known = await db.MeetingAttendances.Where(row => row.MeetingId == meetingId).ToDictionaryAsync(row => row.BodyMemberId, ct);
        foreach (var (seat, state) in said.Where(pair => seats.Contains(pair.Key)))
        {
            switch (known.GetValueOrDefault(seat), state)
            {
                case ({ } attendance, { } now):
                    attendance.State = now;
                    break;
                case ({ } attendance, null):
                    db.Remove(attendance);
                    break;
                case (null, { } now):
                    db.Add(new MeetingAttendance { MeetingId = meetingId, BodyMemberId = seat, CampusId = meeting.CampusId, State = now });
                    break;
            }
        }

        await db.SaveChangesAsync(actor.Doing(SteeringActs.AttendanceSaid), clock, ct);
    }

    /// <summary>Takes a meeting away with its decisions and its minutes.</summary>
    /// <exception cref="NotFound">No such meeting, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid meetingId, CancellationToken ct)
    {
        var (meeting, _, _) = await bodies.FindMeetingAsync(actor, meetingId, isForTeam: true, ct);
        db.RemoveRange(await db.MeetingDecisions.Where(row => row.MeetingId == meetingId).ToListAsync(ct));
        await files.RemoveAsync([.. new[] { meeting.AttachedFileId }.OfType<Guid>()], ct);
        db.Remove(meeting);
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.MeetingRemoved), clock, ct);
    }

    private static Problem? Fill(Meeting meeting, Input input)
    {
        if (!TypedText.TryHour(input.StartsAt, out var start))
        {
            return BodyProblems.HourWrong("startsAt", input.StartsAt);
        }

        DateTime? end = null;
        if (TypedText.OneLine(input.EndsAt) is { Length: > 0 } typed)
        {
            if (!TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) || !ParisClock.TryFromParis(ParisClock.DayOf(start).ToDateTime(hour), out var utc))
            {
                return BodyProblems.HourWrong("endsAt", typed);
            }

            if (utc <= start)
            {
                return BodyProblems.EndsBeforeItStarts;
            }

            end = utc;
        }

        var (place, agenda) = (TypedText.OneLine(input.Place), TypedText.Lines(input.Agenda));
        if (place.Length > Meeting.PlaceMaxLength)
        {
            return BodyProblems.TooLong("place", Meeting.PlaceMaxLength, place.Length);
        }

        if (agenda.Length > Meeting.AgendaMaxLength)
        {
            return BodyProblems.TooLong("agenda", Meeting.AgendaMaxLength, agenda.Length);
        }

        (meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Agenda) = (start, end, place.OrNone(), agenda.OrNone());
        return null;
    }
}
