using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Messages.Notifications;

/// <summary>Puts what each person waits to be told into one message, in the morning of the days on which it is due.</summary>
public sealed class SendDigests(MaillageDb db, Outbox outbox, ISecretKeeper secrets, TimeProvider clock)
{
    /// <summary>Code of the words of a digest.</summary>
    public const string Kind = "messages.digest";

    /// <summary>More than this in one message is read by nobody; the rest is told as a number.</summary>
    public const int MostItems = 50;

    private const int PeopleAtOnce = 100;
    private static readonly TimeOnly Morning = new(7, 0);

    /// <returns>How many digests were written; fewer than wait when there are many: the next turn writes the others.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        if (DueBefore(clock.UtcNow()) is not { } due)
        {
            return 0;
        }

        var weekly = due.DayOfWeek == DayOfWeek.Monday;
        var asked = db.NotificationPreferences.Where(row => row.Frequency == NotificationFrequency.Weekly);
        var waiting = db.PendingNotifications.Where(row => row.CreatedAt < due.Utc
            && (weekly || !asked.Any(mine => mine.AccountId == row.AccountId && mine.Topic == row.Topic)));
        var people = await waiting.Select(row => row.AccountId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(ct);
        var digests = 0;
        foreach (var accountId in people)
        {
            digests += await WriteAsync(await waiting.Where(row => row.AccountId == accountId).OrderBy(row => row.CreatedAt).ToListAsync(ct), ct) ? 1 : 0;
        }

        return digests;
    }

    private async Task<bool> WriteAsync(List<PendingNotification> told, CancellationToken ct)
    {
        var last = told[^1];
        var items = told.Select(row => MessageContent.Read(secrets, row.Content)).OfType<IReadOnlyList<MessageItem>>().SelectMany(item => item).Take(MostItems).ToList();
        if (items.Count > 0)
        {
            outbox.Add(new Recipient(last.Recipient, last.Language, last.AccountId), Kind, last.Topic, items);
        }

        db.RemoveRange(told);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was writing the same one: it did.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The morning whose digests are due, when it is past on a working day.</summary>
    private static (DateTime Utc, DayOfWeek DayOfWeek)? DueBefore(DateTime utc)
    {
        var paris = utc.InParis();
        return paris.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || TimeOnly.FromDateTime(paris) < Morning
            ? null
            : (utc - (paris - paris.Date.Add(Morning.ToTimeSpan())), paris.DayOfWeek);
    }
}
