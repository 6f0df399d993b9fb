using Maillage.Messages.Notifications;

namespace Maillage.Messages;

/// <summary>Where a message is on its way.</summary>
public enum MessageState
{
    /// <summary>Will be sent at its next attempt.</summary>
    Waiting,

    /// <summary>A node is handing it to the mail server.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Delivered,

    /// <summary>The mail server will not have it, or was asked too often.</summary>
    Refused,

    /// <summary>Handed over, and never answered: it may have left. A person decides whether it is sent again.</summary>
    Uncertain,

    /// <summary>Withdrawn by a person before it left.</summary>
    Cancelled,
}

/// <summary>A message to one person, written in the same save as what it tells of and sent after it.</summary>
public sealed class OutgoingMessage
{
    public const int ReplyMaxLength = 500;

    /// <summary>How long after each failed attempt the next one is made; none follows the last.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    public Guid OutgoingMessageId { get; init; } = Guid.CreateVersion7();

    /// <summary>Code of what it tells, such as <c>access.message.invitation</c>: its words are in the resources.</summary>
    public required string Kind { get; init; }

    public required string Recipient { get; init; }

    /// <summary>Account of the recipient, when there is one.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Language in which it is written, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the recipient may ask to be told of otherwise; nothing for a message that cannot be refused.</summary>
    public NotificationTopic? Topic { get; init; }

    /// <summary>What its words are filled with, encrypted; forgotten once it has left, since it may hold the secret of a link.</summary>
    public string? Content { get; set; }

    public MessageState State { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC instant before which nothing is tried.</summary>
    public required DateTime NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>UTC instant until which one node alone deals with it.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>UTC instant since which nothing more happens to it by itself.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Last words of the mail server.</summary>
    public string? Reply { get; set; }

    /// <summary>When to try again after so many attempts; nothing when it was tried enough.</summary>
    public static DateTime? NextAttemptAfter(int attempts, DateTime now) => attempts <= Pauses.Length ? now + Pauses[attempts - 1] : null;
}
