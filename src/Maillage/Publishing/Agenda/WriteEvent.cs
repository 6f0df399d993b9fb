using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Agenda;

/// <summary>Writes the agenda of a campus: an event in draft, changed, published, cancelled, and those who registered told of it.</summary>
public sealed class WriteEvent(MaillageDb db, OpenCampus open, EventSeats seats, TimeProvider clock)
{
    /// <summary>Events of one campus.</summary>
    public const int MostEvents = 3_000;

    /// <summary>As typed: hours in Paris as browsers send them.</summary>
    public sealed record Input
    {
        public EventKind? Kind { get; init; }

        public string? TitleFr { get; init; }

        public string? TitleEn { get; init; }

        public string? DescriptionFr { get; init; }

        public string? DescriptionEn { get; init; }

        public string? Place { get; init; }

        public string? Audience { get; init; }

        public string? StartsAt { get; init; }

        public string? EndsAt { get; init; }

        public bool IsAllDay { get; init; }

        /// <summary>Nothing when nobody needs to register.</summary>
        public string? Places { get; init; }

        public string? RegisterUntil { get; init; }

        /// <summary>The version that was read; 0 for a new event.</summary>
        public int Version { get; init; }
    }

    /// <exception cref="NotFound">No such event in the campus, or not a campus that the actor may change.</exception>
    public async Task<(AgendaEvent Event, int Version)> ReadAsync(Actor actor, Guid campusId, Guid eventId, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var read = await db.AgendaEvents.SingleOrDefaultAsync(row => row.AgendaEventId == eventId && row.CampusId == campusId, ct) ?? throw new NotFound("The event");
        return (read, read.Sequence);
    }

    /// <returns>Identifier of the new draft.</returns>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid campusId, Input input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var slugs = await db.AgendaEvents.Where(row => row.CampusId == campusId).Select(row => row.Slug).Take(MostEvents).ToListAsync(ct);
        var added = new AgendaEvent
        {
            CampusId = campusId,
            Slug = Slug.Unique(TypedText.OneLine(input.TitleFr), slug => slugs.Contains(slug, StringComparer.Ordinal)),
            Title = new LocalizedText(""),
        };
        if (Fill(added, input) is { } wrong)
        {
            return wrong;
        }

        db.Add(added);
        await db.SaveChangesAsync(actor.Doing(PublishingActs.EventWritten), clock, ct);
        return added.AgendaEventId;
    }

    /// <exception cref="NotFound">No such event in the campus, or not a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid campusId, Guid eventId, Input input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var (transaction, found) = await seats.TakeAsync(eventId, ct);
        await using var held = transaction;
        var taken = found?.CampusId == campusId ? found : throw new NotFound("The event");
        if (taken.State == EventState.Cancelled)
        {
            return AgendaProblems.NotInThisState;
        }

        // Registrations move it too: only what the team says is asked of the form.
        if (Fill(taken, input) is { } wrong)
        {
            return wrong;
        }

        if (input.Version != taken.Sequence)
        {
            return AgendaProblems.ChangedMeanwhile;
        }

        if (taken.Places < taken.Taken)
        {
            return AgendaProblems.PlacesHeld(taken.Taken);
        }

        taken.Sequence++;
        if (taken.State == EventState.Published && clock.UtcNow() < taken.StartsAt)
        {
            await seats.PromoteAsync(taken, ct);
        }

        await db.SaveChangesAsync(actor.Doing(PublishingActs.EventWritten), clock, ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>Shows a draft to everyone.</summary>
    /// <exception cref="NotFound">No such event in the campus, or not a campus that the actor may change.</exception>
    public async Task<Result> PublishAsync(Actor actor, Guid campusId, Guid eventId, CancellationToken ct)
    {
        var (draft, _) = await ReadAsync(actor, campusId, eventId, ct);
        if (draft.State != EventState.Draft)
        {
            return AgendaProblems.NotInThisState;
        }

        // Nobody registers for a draft: only the team can be in each other's way.
        (draft.State, draft.UpdatedAt) = (EventState.Published, clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(actor.Doing(PublishingActs.EventPublished), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AgendaProblems.ChangedMeanwhile;
        }
    }

    /// <summary>Says that it will not take place, and tells those who registered; a draft simply goes.</summary>
    /// <exception cref="NotFound">No such event in the campus, or not a campus that the actor may change.</exception>
    public async Task<Result> CancelAsync(Actor actor, Guid campusId, Guid eventId, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var (transaction, found) = await seats.TakeAsync(eventId, ct);
        await using var held = transaction;
        var taken = found?.CampusId == campusId ? found : throw new NotFound("The event");
        switch (taken.State)
        {
            case EventState.Draft:
                db.Remove(taken);
                break;
            case EventState.Published:
                (taken.State, taken.UpdatedAt) = (EventState.Cancelled, clock.UtcNow());
                taken.Sequence++;
                var told = await db.EventRegistrations.Where(row => row.AgendaEventId == eventId && row.State != RegistrationState.Withdrawn).ToListAsync(ct);
                told.ForEach(registration => seats.Tell(taken, registration, "publishing.message.event_cancelled"));
                break;
            default:
                return AgendaProblems.NotInThisState;
        }

        await db.SaveChangesAsync(actor.Doing(PublishingActs.EventCancelled), clock, ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    private Problem? Fill(AgendaEvent written, Input input)
    {
        var (titleFr, titleEn) = (TypedText.OneLine(input.TitleFr), TypedText.OneLine(input.TitleEn));
        var (descriptionFr, descriptionEn) = (TypedText.Lines(input.DescriptionFr), TypedText.Lines(input.DescriptionEn));
        var (place, audience) = (TypedText.OneLine(input.Place), TypedText.OneLine(input.Audience));
        foreach (var (field, text, least, most) in new[]
        {
            ("titleFr", titleFr, 1, AgendaEvent.TitleMaxLength), ("titleEn", titleEn, 0, AgendaEvent.TitleMaxLength),
            ("descriptionFr", descriptionFr, descriptionEn.Length > 0 ? 1 : 0, AgendaEvent.DescriptionMaxLength), ("descriptionEn", descriptionEn, 0, AgendaEvent.DescriptionMaxLength),
            ("place", place, 0, AgendaEvent.PlaceMaxLength), ("audience", audience, 0, AgendaEvent.AudienceMaxLength),
        })
        {
            if (text.Length < least || text.Length > most)
            {
                return AgendaProblems.TextWrong(field, most);
            }
        }

        if (input.Kind is not { } kind)
        {
            return AgendaProblems.KindMissing;
        }

        var times = TimesOf(input);
        if (times.Failed)
        {
            return times.Problem;
        }

        int? places = null;
        if (TypedText.OneLine(input.Places) is { Length: > 0 } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > AgendaEvent.MostPlaces)
            {
                return AgendaProblems.PlacesWrong(typed);
            }

            places = number;
        }

        (written.Kind, written.Title) = (kind, new LocalizedText(titleFr, titleEn.OrNone()));
        written.Description = descriptionFr.Length == 0 ? null : new LocalizedText(descriptionFr, descriptionEn.OrNone());
        (written.Place, written.Audience, written.IsAllDay, written.Places) = (place.OrNone(), audience.OrNone(), input.IsAllDay, places);
        (written.StartsAt, written.EndsAt, written.RegisterUntil) = times.Value;
        written.UpdatedAt = clock.UtcNow();
        return null;
    }

    private static Result<(DateTime StartsAt, DateTime EndsAt, DateTime? RegisterUntil)> TimesOf(Input input)
    {
        if (!TypedText.TryHour(input.StartsAt, out var start))
        {
            return AgendaProblems.HourWrong("startsAt", input.StartsAt);
        }

        if (!TypedText.TryHour(input.EndsAt, out var end))
        {
            return AgendaProblems.HourWrong("endsAt", input.EndsAt);
        }

        if (input.IsAllDay)
        {
            (start, end) = (ParisClock.StartOf(ParisClock.DayOf(start)), ParisClock.StartOf(ParisClock.DayOf(end).AddDays(1)));
        }

        if (end <= start)
        {
            return AgendaProblems.EndsBeforeItStarts;
        }

        DateTime? until = null;
        if (!string.IsNullOrWhiteSpace(input.RegisterUntil))
        {
            if (!TypedText.TryHour(input.RegisterUntil, out var last))
            {
                return AgendaProblems.HourWrong("registerUntil", input.RegisterUntil);
            }

            if (last > start)
            {
                return AgendaProblems.UntilAfterItStarts;
            }

            until = last;
        }

        return (start, end, until);
    }
}
