using Maillage.Files;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Documents;
using Maillage.Shared;

namespace Maillage.Publishing;

/// <summary>Every expected failure of the module.</summary>
public static class PublishingProblems
{
    public static readonly Problem TooManyReports = new("publishing.report.too_many");

    /// <summary>Someone has answered it already.</summary>
    public static readonly Problem AlreadyAnswered = new("publishing.report.already_answered");

    public static readonly Problem TitleMissing = new("publishing.document.title_missing", SharedDocument.TitleMaxLength) { Field = "title" };

    public static readonly Problem AudienceMissing = new("publishing.document.audience_missing") { Field = "audience" };

    /// <summary>The campus has as many documents, or as many bytes of them, as it may.</summary>
    public static readonly Problem TooManyDocuments = new("publishing.document.too_many", ShareDocument.MostDocuments, ShareDocument.MostBytes / (1024 * 1024)) { Field = FilesProblems.Field };

    /// <summary>Someone has changed it since it was read.</summary>
    public static readonly Problem ChangedMeanwhile = new("publishing.article.changed_meanwhile");

    public static readonly Problem AltMissing = new("publishing.article.alt_missing", Article.AltMaxLength) { Field = "altFr" };

    public static readonly Problem NotAPicture = new("publishing.article.not_a_picture") { Field = FilesProblems.Field };

    /// <summary>The campus has a presentation already, or as many news items as it may.</summary>
    public static readonly Problem TooManyArticles = new("publishing.article.too_many", WriteArticle.MostArticles);

    public static readonly Problem NoticeInEnglishAlone = new("publishing.settings.notice_in_english_alone") { Field = "noticeFr" };

    public static readonly Problem SettingsChangedMeanwhile = new("publishing.settings.changed_meanwhile");

    public static Problem ArticleTitleMissing(string field) => new("publishing.article.title_missing", Article.TitleMaxLength) { Field = field };

    public static Problem ArticleBodyMissing(string field) => new("publishing.article.body_missing", Article.BodyMaxLength) { Field = field };

    public static Problem ArticleDayWrong(string? typed) => new("publishing.article.day_wrong", TypedText.Quoted(typed)) { Field = "publishOn" };

    public static Problem TextTooLong(int most, int length) => new("publishing.settings.too_long", most, length);

    public static Problem ContactWrong(string typed) => new("publishing.settings.contact_wrong", typed) { Field = "contact" };

    public static Problem NoticeDayWrong(string typed) => new("publishing.settings.notice_day_wrong", typed) { Field = "noticeEndsOn" };

    public static Problem MessageLength(int length) =>
        new("publishing.report.message_length", FactReport.MessageMinLength, FactReport.MessageMaxLength, length) { Field = "message" };
}
