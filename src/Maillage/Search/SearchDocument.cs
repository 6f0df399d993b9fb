using Maillage.Shared;

namespace Maillage.Search;

/// <summary>What the search knows of one thing that can be found: a page of the site.</summary>
public sealed record SearchDocument
{
    /// <summary>Kind of thing, as addresses and the API write it: <c>campus</c>, <c>organisation</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Public identifier, unique in its type.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What tells it from others of the same title: a place, a kind.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Other words by which it is found: former names, codes, sector.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public GeoPoint? Place { get; init; }

    /// <summary>Values by which a search is narrowed, by facet: <c>sector</c>, <c>region</c>.</summary>
    public IReadOnlyList<(string Facet, string Value)> Facets { get; init; } = [];

    /// <summary>From 0 to 10: among equally good answers, which comes first.</summary>
    public int Weight { get; init; }

    /// <summary>
    /// Where else it is, when that is in several places: each must meet the conditions by itself, with what is said of the
    /// whole, and together they are one answer.
    /// </summary>
    public IReadOnlyList<SearchPlace> Places { get; init; } = [];

    /// <summary>What tells it from every other document.</summary>
    internal string Key => $"{Type}/{Id}";
}

/// <summary>One of the places of a thing that can be found: a school where a training is given, and how.</summary>
/// <param name="Name">As a person reads it: the school and its commune.</param>
/// <param name="Words">Other words by which it is found: codes, mode.</param>
/// <param name="Point">Null when unknown.</param>
/// <param name="Facets">Values that hold there, beside those of the whole.</param>
public sealed record SearchPlace(
    string Name, IReadOnlyList<string> Words, GeoPoint? Point, IReadOnlyList<(string Facet, string Value)> Facets);

/// <summary>What a module contributes to the search.</summary>
public interface ISearchSource
{
    /// <summary>Every document of the module, read as it is consumed.</summary>
    public IAsyncEnumerable<SearchDocument> ReadAsync(CancellationToken ct);
}
