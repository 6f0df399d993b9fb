using Maillage.Shared;

namespace Maillage.Publishing;

/// <summary>Every expected failure of the module.</summary>
public static class PublishingProblems
{
    public static readonly Problem TooManyReports = new("publishing.report.too_many");

    public static Problem MessageLength(int length) =>
        new("publishing.report.message_length", FactReport.MessageMinLength, FactReport.MessageMaxLength, length) { Field = "message" };
}
