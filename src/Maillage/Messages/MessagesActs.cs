namespace Maillage.Messages;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class MessagesActs
{
    public const string PreferenceChanged = "messages.act.preference_changed";
    public const string SentAgain = "messages.act.sent_again";
    public const string Cancelled = "messages.act.cancelled";
}
