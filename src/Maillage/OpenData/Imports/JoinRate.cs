using Maillage.Data;

namespace Maillage.OpenData.Imports;

/// <summary>How many distinct keys of one data set are found in another: a measure that a module declares.</summary>
/// <param name="Label">Key of the text that names it.</param>
/// <param name="CountAsync">Counts the keys found and all of them.</param>
/// <param name="Reference">The same measure made elsewhere, in percent, to print beside.</param>
public sealed record JoinRate(string Label, Func<MaillageDb, CancellationToken, Task<FoundKeys>> CountAsync, double? Reference = null)
{
    /// <summary>Key of the text that says why the rate is below the reference, where it is known to be.</summary>
    public string? Reason { get; init; }
}

/// <summary>Distinct keys: those found, and all.</summary>
public readonly record struct FoundKeys(int Found, int Total)
{
    /// <summary>In percent; null when there is no key.</summary>
    public double? Percent => Total == 0 ? null : 100.0 * Found / Total;
}
