namespace Maillage.Network.Territories;

/// <summary>A département, or the overseas collectivity that holds its place.</summary>
public sealed class Department
{
    public const int CodeMaxLength = 3;
    public const int NameMaxLength = 80;

    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>INSEE code of its région; empty for a collectivity outside the régions.</summary>
    public string? RegionCode { get; set; }
}
