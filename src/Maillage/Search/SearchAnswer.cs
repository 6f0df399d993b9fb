namespace Maillage.Search;

/// <summary>One answer.</summary>
/// <param name="Place">Its place, or the best of its places, as a person reads it.</param>
/// <param name="Score">Comparable only within one answer; the first has the highest.</param>
/// <param name="DistanceKm">That of its nearest place.</param>
/// <param name="Places">In how many places it is.</param>
/// <param name="PlacesFound">How many of them meet the conditions.</param>
public sealed record SearchHit(
    string Type, string Id, string Title, string? Subtitle, string? Place, double Score, double? DistanceKm, int Places, int PlacesFound);

/// <summary>A word that nothing holds, and those that were looked for instead, the likeliest first.</summary>
public sealed record SpellingCorrection(string Typed, IReadOnlyList<string> Understood);

/// <summary>One page of answers, best first.</summary>
/// <param name="Hits">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Facets">
/// How many answers each value would give, by facet: those of a facet that is narrowed are counted as if it were not.
/// </param>
/// <param name="Corrections">What was taken for a slip.</param>
/// <param name="IsWidened">No document holds all the words: those that hold some of them are given instead.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    IReadOnlyList<SpellingCorrection> Corrections,
    bool IsWidened)
{
    internal static readonly SearchAnswer Nothing = new([], 0, new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal), [], false);

    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many there are of each type, whatever the type asked for.</summary>
    public IReadOnlyDictionary<string, int> Types => Counts(SearchQuery.TypeFacet);

    public IReadOnlyDictionary<string, int> Counts(string facet) => Facets.GetValueOrDefault(facet, None);
}
