namespace Maillage.Shared;

/// <summary>How far a fact can be trusted.</summary>
public enum Confidence
{
    /// <summary>A named page of an authority, or a public repository.</summary>
    A,

    /// <summary>Press, a regional page, or a detail not established.</summary>
    B,

    /// <summary>Deduced or curated by us; no text states it.</summary>
    C,
}

/// <summary>Where a fact comes from: its source in words, the date of that source as far as known, and its confidence.</summary>
public sealed record Provenance(string Source, PartialDate? AsOf, Confidence Confidence)
{
    public const int SourceMaxLength = 600;
}
