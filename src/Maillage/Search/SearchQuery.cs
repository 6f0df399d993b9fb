using Maillage.Shared;

namespace Maillage.Search;

/// <summary>What a person asks of the one box; every condition given must hold.</summary>
public sealed record SearchQuery
{
    public const int TextMaxLength = 200;
    public const double DefaultRadiusKm = 20;
    public const double MaxRadiusKm = 200;

    /// <summary>Words, misspelt or unfinished as they may be; null or empty finds everything.</summary>
    public string? Text { get; init; }

    public string? Type { get; init; }

    /// <summary>Values asked for, by facet.</summary>
    public IReadOnlyList<(string Facet, string Value)> Facets { get; init; } = [];

    /// <summary>Only what lies within <see cref="RadiusKm"/> of this point.</summary>
    public GeoPoint? Near { get; init; }

    public double RadiusKm { get; init; } = DefaultRadiusKm;
}

/// <summary>One answer.</summary>
/// <param name="Score">Comparable only within one answer; the first has the highest.</param>
public sealed record SearchHit(string Type, string Id, string Title, string? Subtitle, double Score, double? DistanceKm);

/// <summary>One page of answers, best first.</summary>
/// <param name="Hits">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Types">How many there are of each type, whatever the type asked for.</param>
/// <param name="Facets">How many of the answers have each value, by facet.</param>
/// <param name="IsWidened">No document holds all the words: those that hold some of them are given instead.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    IReadOnlyDictionary<string, int> Types,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    bool IsWidened);
