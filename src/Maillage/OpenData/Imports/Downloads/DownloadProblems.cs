using Maillage.Shared;

namespace Maillage.OpenData.Imports.Downloads;

/// <summary>Why a file could not be had. The first value is always its data set.</summary>
public static class DownloadProblems
{
    /// <summary>The server refuses, and would again.</summary>
    public static Problem Refused(string dataSet, int status) => new("data.download.refused", dataSet, status);

    /// <summary>Every attempt failed; the last reason is told.</summary>
    public static Problem GivenUp(string dataSet, int attempts, string reason) => new("data.download.given_up", dataSet, attempts, reason);

    public static Problem TooLarge(string dataSet, long bytes) => new("data.download.too_large", dataSet, bytes);

    /// <summary>Neither a text nor an archive of one.</summary>
    public static Problem NoText(string dataSet) => new("data.download.no_text", dataSet);

    /// <summary>What came is not what the server says it sent.</summary>
    public static Problem Damaged(string dataSet) => new("data.download.damaged", dataSet);
}
