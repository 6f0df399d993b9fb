using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Bodies;

/// <summary>Sets up a body of a campus, changes it, seats people in it, or removes it as long as it never met.</summary>
public sealed class EditBody(MaillageDb db, OpenCampus open, ReadBodies bodies, PossibleLeads leads, TimeProvider clock)
{
    /// <param name="IsForMembers">Whether the members of the campus read what it says and decides.</param>
    public sealed record Input(BodyKind? Kind, string? Name, string? Purpose, bool IsForMembers);

    /// <summary>Who is to sit: a name, an organisation, or both; days as browsers send them.</summary>
    public sealed record Seat(string? Name, string? Function, Guid? Organisation, string? From, string? Until);

    /// <returns>Identifier of the body.</returns>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid campusId, Input input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var body = new SteeringBody { CampusId = campusId, Kind = default, Name = "" };
        if (Fill(body, input) is { } wrong)
        {
            return wrong;
        }

        if (await db.SteeringBodies.CountAsync(row => row.CampusId == campusId, ct) >= SteeringBody.MostOfACampus)
        {
            return BodyProblems.TooManyBodies;
        }

        db.Add(body);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.BodyAdded), clock, ct);
        return body.SteeringBodyId;
    }

    /// <exception cref="NotFound">No such body, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid bodyId, Input input, int version, CancellationToken ct)
    {
        var (body, _) = await bodies.FindBodyAsync(actor, bodyId, isForTeam: true, ct);
        if (Fill(body, input) is { } wrong)
        {
            return wrong;
        }

        if (version != db.VersionOf(body))
        {
            return SteeringProblems.ChangedMeanwhile;
        }

        // The minutes that it has kept as files are read by those who read the body.
        var files = db.Meetings.Where(row => row.SteeringBodyId == bodyId && row.AttachedFileId != null).Select(row => row.AttachedFileId);
        foreach (var file in await db.AttachedFiles.Where(row => files.Contains(row.AttachedFileId)).ToListAsync(ct))
        {
            file.IsForMembers = body.IsForMembers;
        }

        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.BodyChanged), clock, ct);
    }

    /// <exception cref="NotFound">No such body, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid bodyId, CancellationToken ct)
    {
        var (body, _) = await bodies.FindBodyAsync(actor, bodyId, isForTeam: true, ct);
        if (await db.Meetings.AnyAsync(row => row.SteeringBodyId == bodyId, ct))
        {
            return BodyProblems.HasMet;
        }

        db.Remove(body);
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.BodyRemoved), clock, ct);
    }

    /// <exception cref="NotFound">No such body, or not one of a campus that the actor may change.</exception>
    public async Task<Result> SeatAsync(Actor actor, Guid bodyId, Seat typed, CancellationToken ct)
    {
        var (body, _) = await bodies.FindBodyAsync(actor, bodyId, isForTeam: true, ct);
        var (name, function) = (TypedText.OneLine(typed.Name), TypedText.OneLine(typed.Function));
        if (name.Length == 0 && typed.Organisation is null)
        {
            return BodyProblems.SeatOfNobody;
        }

        if (name.Length > BodyMember.NameMaxLength)
        {
            return BodyProblems.TooLong("name", BodyMember.NameMaxLength, name.Length);
        }

        if (function.Length > BodyMember.FunctionMaxLength)
        {
            return BodyProblems.TooLong("function", BodyMember.FunctionMaxLength, function.Length);
        }

        if (typed.Organisation is { } organisation && !await leads.IsOrganisationAsync(body.CampusId, organisation, ct))
        {
            return SteeringProblems.OrganisationUnknown;
        }

        if (!TypedText.TryDay(typed.From, out var from))
        {
            return SteeringProblems.DayWrong("from", typed.From);
        }

        if (!TypedText.TryDay(typed.Until, out var until))
        {
            return SteeringProblems.DayWrong("until", typed.Until);
        }

        if (until < from)
        {
            return BodyProblems.UntilBeforeFrom;
        }

        if (await db.BodyMembers.CountAsync(row => row.SteeringBodyId == bodyId, ct) >= SteeringBody.MostMembers)
        {
            return BodyProblems.TooManyMembers;
        }

        db.Add(new BodyMember
        {
            SteeringBodyId = bodyId, CampusId = body.CampusId, Name = name.OrNone(), Function = function.OrNone(), OrganisationId = typed.Organisation, From = from, Until = until,
        });
        await db.SaveChangesAsync(actor.Doing(SteeringActs.SeatGiven), clock, ct);
        return Result.Ok;
    }

    /// <summary>Ends a seat yesterday: who held it is still read in past meetings.</summary>
    /// <exception cref="NotFound">No such seat, or not one of a campus that the actor may change.</exception>
    public async Task EndSeatAsync(Actor actor, Guid bodyId, Guid seatId, CancellationToken ct)
    {
        var seat = await SeatOfAsync(actor, bodyId, seatId, ct);
        seat.Until = clock.Today().AddDays(-1);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.SeatEnded), clock, ct);
    }

    /// <summary>Takes away a seat that was written by mistake.</summary>
    /// <exception cref="NotFound">No such seat, or not one of a campus that the actor may change.</exception>
    public async Task RemoveSeatAsync(Actor actor, Guid bodyId, Guid seatId, CancellationToken ct)
    {
        db.Remove(await SeatOfAsync(actor, bodyId, seatId, ct));
        await db.SaveChangesAsync(actor.Doing(SteeringActs.SeatRemoved), clock, ct);
    }

    private async Task<BodyMember> SeatOfAsync(Actor actor, Guid bodyId, Guid seatId, CancellationToken ct)
    {
        await bodies.FindBodyAsync(actor, bodyId, isForTeam: true, ct);
        return await db.BodyMembers.SingleOrDefaultAsync(row => row.BodyMemberId == seatId && row.SteeringBodyId == bodyId, ct) ?? throw new NotFound("The seat");
    }

    private static Problem? Fill(SteeringBody body, Input input)
    {
        var (name, purpose) = (TypedText.OneLine(input.Name), TypedText.Lines(input.Purpose));
        if (input.Kind is not { } kind)
        {
            return BodyProblems.KindMissing;
        }

        if (name.Length is 0 or > SteeringBody.NameMaxLength)
        {
            return BodyProblems.NameWrong(name.Length);
        }

        if (purpose.Length > SteeringBody.PurposeMaxLength)
        {
            return BodyProblems.TooLong("purpose", SteeringBody.PurposeMaxLength, purpose.Length);
        }

        (body.Kind, body.Name, body.Purpose, body.IsForMembers) = (kind, name, purpose.OrNone(), input.IsForMembers);
        return null;
    }
}
