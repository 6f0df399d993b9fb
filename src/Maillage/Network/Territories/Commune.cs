using Maillage.Shared;

namespace Maillage.Network.Territories;

/// <summary>A commune of the Code officiel géographique.</summary>
public sealed class Commune
{
    public const int NameMaxLength = 80;
    public const int PostcodesMaxLength = 300;

    public required InseeCode Code { get; init; }

    public required string Name { get; set; }

    public required string FoldedName { get; set; }

    public required string DepartmentCode { get; set; }

    public string? EpciCode { get; set; }

    /// <summary>Its postcodes, separated by <c>|</c>.</summary>
    public required string Postcodes { get; set; }

    public int? Population { get; set; }

    /// <summary>Latitude of its centre; null until the communes are imported with their places.</summary>
    public double? Latitude { get; set; }

    /// <summary>Longitude of its centre.</summary>
    public double? Longitude { get; set; }
}
