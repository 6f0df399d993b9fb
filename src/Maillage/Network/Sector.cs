using Maillage.Shared;

namespace Maillage.Network;

/// <summary>One of the twelve national filières under which a campus is labelled.</summary>
public sealed class Sector
{
    public const int CodeMaxLength = 60;
    public const int NameMaxLength = 120;

    public required string Code { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>Number of the page of the filière on education.gouv.fr.</summary>
    public int? OfficialPageId { get; set; }

    public required Provenance Provenance { get; set; }
}
