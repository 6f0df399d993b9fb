using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>Why one qualification can follow another; the surest first.</summary>
public enum PathwayBasis
{
    /// <summary>A public authority lists it as further study.</summary>
    Official,

    /// <summary>The second speciality begins with the first one, a common first year.</summary>
    CommonFirstYear,

    /// <summary>The second diploma replaces the first one.</summary>
    Renewal,

    /// <summary>Usual, in the judgement of those who curate the selection.</summary>
    Usual,
}

/// <summary>After one qualification, another: a step of a pathway, as people curate it.</summary>
public sealed class PathwayLink
{
    public const int LicenceMaxLength = 40;

    public required string FromSlug { get; init; }

    public required string ToSlug { get; init; }

    public required PathwayBasis Basis { get; set; }

    /// <summary>Terms of use of the row.</summary>
    public required string Licence { get; set; }

    public required Provenance Provenance { get; set; }
}
