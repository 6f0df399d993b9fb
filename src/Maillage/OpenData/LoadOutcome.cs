using Maillage.Shared;

namespace Maillage.OpenData;

/// <summary>
/// What came of a load: one record per data set that moved (none when nothing did), or the problems met, in which case
/// nothing was written.
/// </summary>
/// <param name="Loads">The data sets that moved.</param>
/// <param name="Problems">The first problems met.</param>
/// <param name="ProblemCount">How many problems were met in all.</param>
public sealed record LoadOutcome(IReadOnlyList<DataSetLoad> Loads, IReadOnlyList<Problem> Problems, int ProblemCount)
{
    public static LoadOutcome Nothing { get; } = new([], [], 0);

    public bool Failed => ProblemCount > 0;

    public static LoadOutcome Of(ProblemList problems) => new([], problems.First, problems.Count);

    public static LoadOutcome Of(IReadOnlyList<DataSetLoad> loads) => new(loads, [], 0);
}
