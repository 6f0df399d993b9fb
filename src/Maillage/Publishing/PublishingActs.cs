namespace Maillage.Publishing;

/// <summary>What the operations of the module do, as the audit names it.</summary>
public static class PublishingActs
{
    public const string ReportAnswered = "publishing.act.report_answered";
    public const string DocumentShared = "publishing.act.document_shared";
    public const string DocumentChanged = "publishing.act.document_changed";
    public const string DocumentWithdrawn = "publishing.act.document_withdrawn";
    public const string ArticleWritten = "publishing.act.article_written";
    public const string ArticleTakenUp = "publishing.act.article_taken_up";
    public const string ArticleRemoved = "publishing.act.article_removed";
    public const string EventWritten = "publishing.act.event_written";
    public const string EventPublished = "publishing.act.event_published";
    public const string EventCancelled = "publishing.act.event_cancelled";
    public const string EventRegistered = "publishing.act.event_registered";
    public const string EventWithdrawn = "publishing.act.event_withdrawn";
    public const string SettingsChanged = "publishing.act.settings_changed";
    public const string FactReported = "publishing.act.fact_reported";
}
