using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Messages.Notifications;

/// <summary>How often a person is told of each topic: reads it, changes it, by the person or by the link at the foot of a message.</summary>
public sealed class NotificationPreferences(MaillageDb db, ISecretKeeper secrets, TimeProvider clock)
{
    private const string Purpose = "Maillage.Messages.Unsubscribe";

    public async Task<IReadOnlyDictionary<NotificationTopic, NotificationFrequency>> ReadAsync(Guid accountId, CancellationToken ct)
    {
        var asked = await db.NotificationPreferences.Where(row => row.AccountId == accountId).ToDictionaryAsync(row => row.Topic, row => row.Frequency, ct);
        return Enum.GetValues<NotificationTopic>().ToDictionary(topic => topic, topic => asked.GetValueOrDefault(topic, NotificationPreference.Usual(topic)));
    }

    public async Task SetAsync(Author author, Guid accountId, IReadOnlyDictionary<NotificationTopic, NotificationFrequency> asked, CancellationToken ct)
    {
        var kept = await db.NotificationPreferences.Where(row => row.AccountId == accountId).ToListAsync(ct);
        foreach (var (topic, frequency) in asked)
        {
            if (kept.Find(row => row.Topic == topic) is { } row)
            {
                row.Frequency = frequency;
            }
            else if (frequency != NotificationPreference.Usual(topic))
            {
                db.Add(new NotificationPreference { AccountId = accountId, Topic = topic, Frequency = frequency });
            }

            if (frequency == NotificationFrequency.Never)
            {
                db.RemoveRange(await db.PendingNotifications.Where(pending => pending.AccountId == accountId && pending.Topic == topic).ToListAsync(ct));
            }
        }

        await db.SaveChangesAsync(author.Doing(MessagesActs.PreferenceChanged), clock, ct);
    }

    /// <summary>What the link at the foot of a message holds: it stops one topic for one account, and nothing else.</summary>
    public string TokenOf(Guid accountId, NotificationTopic topic) => secrets.Protect(Purpose, $"{accountId:N} {topic.ToCode()}");

    public (Guid AccountId, NotificationTopic Topic)? TopicOf(string? token) =>
        token is not null && secrets.Unprotect(Purpose, token)?.Split(' ') is [var account, var code]
        && Guid.TryParse(account, out var accountId) && EnumCode.TryParse<NotificationTopic>(code, out var topic)
            ? (accountId, topic)
            : null;
}
