namespace Maillage.Network.Territories;

/// <summary>A group of communes with its own taxes (établissement public de coopération intercommunale); its code is its SIREN.</summary>
public sealed class Epci
{
    public const int CodeMaxLength = 9;
    public const int NameMaxLength = 160;
    public const int KindMaxLength = 10;

    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Abbreviation of its legal form: CC, CA, CU, METRO.</summary>
    public required string Kind { get; set; }
}
