using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Agenda;

/// <summary>Registers a visitor for an event, or puts them on its waiting list; withdraws them by the link that they received.</summary>
public sealed class RegisterForEvent(MaillageDb db, EventSeats seats, TimeProvider clock)
{
    /// <summary>Registrations of one event in an hour: more is no longer people.</summary>
    public const int MaxPerHour = 1_000;

    /// <param name="People">How many come, the one who registers included.</param>
    /// <param name="Language">Language of the form, <c>fr</c> or <c>en</c>.</param>
    public sealed record Input(string? Name, string? Email, int? People, string Language);

    /// <summary>A second registration of one address is the first one: its link is sent again.</summary>
    /// <returns>Registered or waiting.</returns>
    /// <exception cref="NotFound">No such event.</exception>
    public async Task<Result<RegistrationState>> ExecuteAsync(Actor actor, Guid eventId, Input input, CancellationToken ct)
    {
        var name = TypedText.OneLine(input.Name);
        if (name.Length is 0 or > EventRegistration.NameMaxLength)
        {
            return AgendaProblems.NameMissing;
        }

        if (!EmailAddress.TryParse(input.Email, out var email))
        {
            return AgendaProblems.EmailWrong;
        }

        if (input.People is not { } people || people is < 1 or > EventRegistration.MostPeople)
        {
            return AgendaProblems.PeopleWrong;
        }

        var (transaction, found) = await seats.TakeAsync(eventId, ct);
        await using var held = transaction;
        var now = clock.UtcNow();
        if (found is not { State: not EventState.Draft } taken)
        {
            throw new NotFound("The event");
        }

        if (!taken.TakesRegistrationsAt(now))
        {
            return AgendaProblems.RegistrationOver;
        }

        var known = await db.EventRegistrations.FirstOrDefaultAsync(row => row.AgendaEventId == eventId && row.Email == email.Text && row.State != RegistrationState.Withdrawn, ct);
        var hour = now.AddHours(-1);
        if (known is null && await db.EventRegistrations.CountAsync(row => row.AgendaEventId == eventId && row.CreatedAt > hour, ct) >= MaxPerHour)
        {
            return AgendaProblems.TooManyRegistrations;
        }

        var registration = known ?? await AddAsync(taken, name, email.Text, people, input.Language, now, ct);
        seats.Tell(taken, registration, registration.State == RegistrationState.Registered ? "publishing.message.registered" : "publishing.message.waiting");
        await db.SaveChangesAsync(actor.Doing(PublishingActs.EventRegistered), clock, ct);
        await transaction.CommitAsync(ct);
        return registration.State;
    }

    /// <summary>The registration of a link, and its event.</summary>
    public async Task<(EventRegistration Registration, AgendaEvent Event)?> FindAsync(string? token, CancellationToken ct)
    {
        var digest = Secret.DigestOf(token ?? "");
        var registration = await db.EventRegistrations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenDigest == digest, ct);
        return registration is null ? null : (registration, await db.AgendaEvents.AsNoTracking().SingleAsync(row => row.AgendaEventId == registration.AgendaEventId, ct));
    }

    /// <summary>Withdraws the registration of a link; its places go to those who wait.</summary>
    /// <exception cref="NotFound">No such link.</exception>
    public async Task WithdrawAsync(Actor actor, string? token, CancellationToken ct)
    {
        var (known, _) = await FindAsync(token, ct) ?? throw new NotFound("The registration");
        var (transaction, taken) = await seats.TakeAsync(known.AgendaEventId, ct);
        await using var held = transaction;
        var registration = await db.EventRegistrations.SingleAsync(row => row.EventRegistrationId == known.EventRegistrationId, ct);
        if (registration.State == RegistrationState.Withdrawn)
        {
            return;
        }

        if (registration.State == RegistrationState.Registered)
        {
            taken!.Taken -= registration.People;
        }

        registration.State = RegistrationState.Withdrawn;
        // Those who wait are let in until it begins, even when nobody new may come.
        if (taken!.State == EventState.Published && clock.UtcNow() < taken.StartsAt)
        {
            await seats.PromoteAsync(taken, ct);
        }

        await db.SaveChangesAsync(actor.Doing(PublishingActs.EventWithdrawn), clock, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<EventRegistration> AddAsync(AgendaEvent taken, string name, string email, int people, string language, DateTime now, CancellationToken ct)
    {
        // Nobody passes those who wait, however few places they want.
        var id = taken.AgendaEventId;
        var hasWaiting = await db.EventRegistrations.AnyAsync(row => row.AgendaEventId == id && row.State == RegistrationState.Waiting, ct);
        var fits = !hasWaiting && taken.Taken + people <= taken.Places;
        var secret = Secret.New();
        var registration = new EventRegistration
        {
            AgendaEventId = taken.AgendaEventId,
            CampusId = taken.CampusId,
            Number = ++taken.LastNumber,
            Name = name,
            Email = email,
            People = people,
            Language = language,
            State = fits ? RegistrationState.Registered : RegistrationState.Waiting,
            CreatedAt = now,
            TokenDigest = Secret.DigestOf(secret),
            SealedToken = seats.Seal(secret),
        };
        taken.Taken += fits ? people : 0;
        db.Add(registration);
        return registration;
    }
}
