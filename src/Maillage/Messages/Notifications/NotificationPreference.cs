namespace Maillage.Messages.Notifications;

/// <summary>What people with an account may be told of by mail.</summary>
public enum NotificationTopic
{
    /// <summary>Someone says that a fact of a page is wrong.</summary>
    FactReports,

    /// <summary>People who come, roles that begin and end.</summary>
    People,

    /// <summary>What is late or due soon in the campus that they run.</summary>
    Steering,
}

/// <summary>How often someone is told.</summary>
public enum NotificationFrequency
{
    AtOnce,

    /// <summary>Each working day in the morning, all at once.</summary>
    Daily,

    /// <summary>On Monday morning, all at once.</summary>
    Weekly,

    Never,
}

/// <summary>How often a person asked to be told of a topic, where it is not the usual.</summary>
public sealed class NotificationPreference
{
    public required Guid AccountId { get; init; }

    public required NotificationTopic Topic { get; init; }

    public required NotificationFrequency Frequency { get; set; }

    /// <summary>Anyone may report a fact, and much may fall late at once: mailboxes are not to be filled.</summary>
    public static NotificationFrequency Usual(NotificationTopic topic) =>
        topic == NotificationTopic.People ? NotificationFrequency.AtOnce : NotificationFrequency.Daily;
}

/// <summary>Something that a person will be told of in their next digest.</summary>
public sealed class PendingNotification
{
    public Guid PendingNotificationId { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string Recipient { get; init; }

    public required string Language { get; init; }

    public required NotificationTopic Topic { get; init; }

    /// <summary>What is told, encrypted.</summary>
    public required string Content { get; init; }

    public required DateTime CreatedAt { get; init; }
}
