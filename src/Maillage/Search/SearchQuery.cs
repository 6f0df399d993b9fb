using Maillage.Shared;

namespace Maillage.Search;

/// <summary>What a person asks of the one box; every condition given must hold.</summary>
public sealed record SearchQuery
{
    public const int TextMaxLength = 200;
    public const double DefaultRadiusKm = 20;
    public const double MaxRadiusKm = 200;

    /// <summary>The facet that every document has: its type.</summary>
    public const string TypeFacet = "type";

    /// <summary>Words, misspelt or unfinished as they may be; null or empty finds everything.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the last word is still being written: it is then looked for as a beginning, even when it is a word.</summary>
    public bool IsBeingTyped { get; init; }

    /// <summary>Values asked for; several of one facet are alternatives.</summary>
    public IReadOnlyList<(string Facet, string Value)> Facets { get; init; } = [];

    /// <summary>Only what lies within <see cref="RadiusKm"/> of this point.</summary>
    public GeoPoint? Near { get; init; }

    public double RadiusKm { get; init; } = DefaultRadiusKm;
}
