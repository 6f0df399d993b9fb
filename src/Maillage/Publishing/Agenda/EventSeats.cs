using Maillage.Data;
using Maillage.Messages;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Maillage.Publishing.Agenda;

/// <summary>
/// The places of an event. Whoever moves them first takes the event for themselves until it is saved: the others wait, so that no
/// place is given twice and the waiting list keeps its order, whatever the number of nodes.
/// </summary>
public sealed class EventSeats(MaillageDb db, Outbox outbox, ISecretKeeper secrets)
{
    private const string Purpose = "Maillage.Publishing.EventRegistration";
    private const string Page = "/inscription?jeton=";

    /// <summary>Takes the event; it is given back when the transaction ends.</summary>
    /// <returns>The event as it is now; null when there is none.</returns>
    public async Task<(IDbContextTransaction Transaction, AgendaEvent? Event)> TakeAsync(Guid eventId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var transaction = await db.Database.BeginTransactionAsync(ct);
        // A row that is written is locked, on the engine that locks rows; the other one locks all of its writers.
        await db.AgendaEvents.Where(row => row.AgendaEventId == eventId).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastNumber, row => row.LastNumber), ct);
        return (transaction, await db.AgendaEvents.SingleOrDefaultAsync(row => row.AgendaEventId == eventId, ct));
    }

    /// <summary>Gives free places to those who wait, in their order; who wants more than is left lets nobody pass.</summary>
    public async Task PromoteAsync(AgendaEvent taken, CancellationToken ct)
    {
        var id = taken.AgendaEventId;
        var waiting = await db.EventRegistrations.Where(row => row.AgendaEventId == id && row.State == RegistrationState.Waiting).OrderBy(row => row.Number).ToListAsync(ct);
        foreach (var registration in waiting)
        {
            if (taken.Taken + registration.People > taken.Places)
            {
                return;
            }

            registration.State = RegistrationState.Registered;
            taken.Taken += registration.People;
            Tell(taken, registration, "publishing.message.promoted");
        }
    }

    /// <summary>Writes to who registered, with the link that withdraws.</summary>
    public void Tell(AgendaEvent about, EventRegistration registration, string kind) => outbox.Send(
        new Recipient(registration.Email, registration.Language),
        new MessageItem(kind, [about.Title.In(registration.Language), WhenOf(about, registration.Language)], Page + secrets.Unprotect(Purpose, registration.SealedToken)));

    internal string Seal(string secret) => secrets.Protect(Purpose, secret);

    private static string WhenOf(AgendaEvent about, string language) => about.StartsAt.InParis()
        .ToString(about.IsAllDay ? "D" : "f", System.Globalization.CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR"));
}
