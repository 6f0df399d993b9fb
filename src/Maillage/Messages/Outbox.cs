using Maillage.Data;
using Maillage.Messages.Notifications;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Messages;

/// <summary>Who a message is for.</summary>
/// <param name="Email">Address to which it goes.</param>
/// <param name="Language">Language in which it is written, <c>fr</c> or <c>en</c>.</param>
/// <param name="AccountId">Account, when there is one.</param>
public sealed record Recipient(string Email, string Language, Guid? AccountId = null);

/// <summary>
/// Adds messages to the current unit of work: they leave when what they tell of is saved, and not otherwise.
/// </summary>
public sealed class Outbox(MaillageDb db, ISecretKeeper secrets, TimeProvider clock)
{
    /// <summary>A message that its recipient has asked for or must know.</summary>
    public void Send(Recipient recipient, MessageItem item) => Add(recipient, item.Kind, null, item);

    /// <summary>Tells people of something, each as often as they asked to be told of such things.</summary>
    /// <param name="recipients">People with an account.</param>
    public async Task NotifyAsync(IReadOnlyCollection<Recipient> recipients, NotificationTopic topic, MessageItem item, CancellationToken ct)
    {
        var accounts = recipients.Select(recipient => recipient.AccountId).OfType<Guid>().ToList();
        var asked = await db.NotificationPreferences.Where(row => row.Topic == topic && accounts.Contains(row.AccountId))
            .ToDictionaryAsync(row => row.AccountId, row => row.Frequency, ct);
        foreach (var recipient in recipients)
        {
            var accountId = recipient.AccountId ?? throw new ArgumentException("Only people with an account are notified.", nameof(recipients));
            switch (asked.GetValueOrDefault(accountId, NotificationPreference.Usual(topic)))
            {
                case NotificationFrequency.AtOnce:
                    Add(recipient, item.Kind, topic, item);
                    break;
                case NotificationFrequency.Daily or NotificationFrequency.Weekly:
                    db.Add(new PendingNotification
                    {
                        AccountId = accountId,
                        Recipient = recipient.Email,
                        Language = recipient.Language,
                        Topic = topic,
                        Content = MessageContent.Protect(secrets, item),
                        CreatedAt = clock.UtcNow(),
                    });
                    break;
            }
        }
    }

    internal void Add(Recipient recipient, string kind, NotificationTopic? topic, params IReadOnlyList<MessageItem> items)
    {
        var now = clock.UtcNow();
        db.Add(new OutgoingMessage
        {
            Kind = kind,
            Recipient = recipient.Email,
            AccountId = recipient.AccountId,
            Language = recipient.Language,
            Topic = topic,
            Content = MessageContent.Protect(secrets, items),
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }
}
