using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Occupations;

/// <summary>What to look for among the occupations; every condition given must hold.</summary>
public sealed record OccupationFilter
{
    public const int TextMaxLength = 100;

    /// <summary>Words that must all occur in one of the names or in the ROME code.</summary>
    public string? Text { get; init; }

    /// <summary>Professional domain, as <see cref="Domains"/> writes it.</summary>
    public string? Domain { get; init; }

    /// <summary>Every domain by its public identifier, in the order of its name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Domains(NationalCatalogue catalogue) =>
    [
        .. catalogue.Occupations.Select(row => row.Domain).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(name => (Slug.From(name), name)).DistinctBy(row => row.Item1, StringComparer.Ordinal)
            .OrderBy(row => FoldedText.Of(row.name), StringComparer.Ordinal),
    ];

    /// <summary>By name.</summary>
    public IReadOnlyList<OccupationRecord> Apply(NationalCatalogue catalogue)
    {
        var words = FoldedText.Words(Text);
        return
        [
            .. catalogue.Occupations.Where(row => Domain is null || (row.Domain is { } domain && string.Equals(Slug.From(domain), Domain, StringComparison.Ordinal)))
                .Where(row => words.All(word => row.FoldedSearch.Contains(word, StringComparison.Ordinal))),
        ];
    }
}
