using Maillage.Shared;

namespace Maillage.Publishing;

/// <summary>Every expected failure of the module.</summary>
public static class PublishingProblems
{
    public static readonly Problem TooManyReports = new("publishing.report.too_many");

    /// <summary>Someone has answered it already.</summary>
    public static readonly Problem AlreadyAnswered = new("publishing.report.already_answered");

    public static Problem MessageLength(int length) =>
        new("publishing.report.message_length", FactReport.MessageMinLength, FactReport.MessageMaxLength, length) { Field = "message" };
}
