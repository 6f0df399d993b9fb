using Maillage.Shared;

namespace Maillage.Network.Territories;

/// <summary>An académie, current or former, with the départements that it covers.</summary>
public sealed class Academie
{
    public const int CodeMaxLength = 2;
    public const int NameMaxLength = 80;
    public const int DepartmentsMaxLength = 120;

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string RegionCode { get; set; }

    /// <summary>False for an académie that was merged into another, as Caen and Rouen into Normandie in 2020.</summary>
    public required bool IsCurrent { get; set; }

    /// <summary>Codes of its départements.</summary>
    public required List<string> Departments { get; set; }

    public required Provenance Provenance { get; set; }

    /// <summary>Whether what is recorded under <paramref name="other"/> belongs here: itself, or a former académie that it absorbed.</summary>
    public bool Includes(Academie other) =>
        other.Code == Code || (IsCurrent && !other.IsCurrent && other.Departments.TrueForAll(Departments.Contains));
}
