using Maillage.Shared;

namespace Maillage.Catalogue.Occupations;

/// <summary>A trade, as the directory of occupations names it and people describe it.</summary>
public sealed class Occupation
{
    public const int RomeLength = 5;
    public const int NameMaxLength = 150;
    public const int DescriptionMaxLength = 400;

    /// <summary>ROME code, a letter and four digits.</summary>
    public required string Rome { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>Label that the same code carries in ROME 4.0, often narrower.</summary>
    public required string Rome4Label { get; set; }

    /// <summary>Professional domain.</summary>
    public required string Domain { get; set; }

    /// <summary>One sentence.</summary>
    public required string Description { get; set; }

    public required Provenance Provenance { get; set; }
}
