namespace Maillage.OpenData.Imports.Downloads;

/// <summary>How far a download goes before it gives up.</summary>
public sealed record DownloadLimits
{
    public static readonly DownloadLimits Default = new();

    /// <summary>Requests for one file, the first included.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Pause after the first failure; each next one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A server that asks to wait longer than this is not waited for.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Silence after which a connection is given up.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A larger file is no data set.</summary>
    public long MaxBytes { get; init; } = 2L << 30;
}
