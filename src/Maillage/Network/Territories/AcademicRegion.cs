using Maillage.Shared;

namespace Maillage.Network.Territories;

public enum AcademicRegionKind
{
    /// <summary>One of the eighteen régions académiques, which share their bounds and codes with the Régions.</summary>
    AcademicRegion,

    /// <summary>An overseas collectivity with a vice-rectorat, outside the régions académiques.</summary>
    OverseasCollectivity,
}

/// <summary>A région académique, or an overseas collectivity that stands beside them; its code is INSEE's.</summary>
public sealed class AcademicRegion
{
    public const int CodeMaxLength = 3;
    public const int NameMaxLength = 80;

    public required string Code { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required AcademicRegionKind Kind { get; set; }

    public required Provenance Provenance { get; set; }
}
