using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>An occupation as the catalogue knows it, curated or published in the directory of occupations.</summary>
public sealed class OccupationRecord
{
    /// <summary>ROME code.</summary>
    public required string Rome { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Professional domain; null when no source tells it.</summary>
    public string? Domain { get; init; }

    /// <summary>A sentence or two; null when no source tells them.</summary>
    public string? Description { get; init; }

    /// <summary>Other names under which it is known.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Code of the broader occupation; itself when there is none.</summary>
    public required string ParentRome { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    internal string FoldedName { get => field ??= FoldedText.Of(Name.Fr); init; }

    /// <summary>Names and code, to look for words in them.</summary>
    internal string FoldedSearch => field ??= FoldedText.Of(string.Join(' ', [FoldedName, Name.En, Rome, .. OtherNames]));

    /// <summary>Code under which qualifications lead to it: its own, or that of the broader occupation when none does.</summary>
    public string RomeOfQualifications(NationalCatalogue catalogue) => catalogue.QualificationsOf(Rome).Any() ? Rome : ParentRome;
}
