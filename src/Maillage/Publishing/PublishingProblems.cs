using Maillage.Files;
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

    public static Problem MessageLength(int length) =>
        new("publishing.report.message_length", FactReport.MessageMinLength, FactReport.MessageMaxLength, length) { Field = "message" };
}
