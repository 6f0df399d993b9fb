using Maillage.Catalogue.Occupations.Imports;

namespace Maillage.Catalogue.Occupations;

/// <summary>What the directory of occupations tells of one occupation, read when somebody asks for it.</summary>
public sealed record OccupationSheet
{
    public required string Rome { get; init; }

    /// <summary>Sentences that say what the occupation is.</summary>
    public required IReadOnlyList<string> Definition { get; init; }

    /// <summary>Sentences that say how one comes to it.</summary>
    public required IReadOnlyList<string> Access { get; init; }

    /// <summary>Other names of the occupation, the usual ones first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Know-how by category, what is the core of the occupation first.</summary>
    public required IReadOnlyList<SheetGroup> KnowHow { get; init; }

    public required IReadOnlyList<SheetItem> SoftSkills { get; init; }

    /// <summary>Knowledge by category.</summary>
    public required IReadOnlyList<SheetGroup> Knowledge { get; init; }

    /// <summary>Contexts of work by type: hours, conditions, places.</summary>
    public required IReadOnlyList<SheetGroup> WorkContexts { get; init; }

    /// <summary>Occupations that are near, the nearest first.</summary>
    public required IReadOnlyList<NearOccupation> Near { get; init; }

    /// <summary>Letters of the RIASEC model, the major interest first; empty when the directory tells none.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    public EcologicalTransition? Ecological { get; init; }

    /// <summary>Whether the digital transition changes it deeply; null when the source does not tell, as for the others.</summary>
    public bool? IsDigital { get; init; }

    public bool? IsDemographic { get; init; }

    /// <summary>Whether the law sets conditions for exercising it.</summary>
    public bool? IsRegulated { get; init; }

    public bool? IsExecutive { get; init; }

    /// <summary>Sectors of activity, the main one first.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Centres of interest, as a person would say them: « J'ai envie de créer ».</summary>
    public required IReadOnlyList<string> InterestCentres { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Who tells it.</summary>
    public required string Source { get; init; }
}

/// <summary>Items of one category; the category is null where the directory gives none.</summary>
public sealed record SheetGroup(string? Category, IReadOnlyList<SheetItem> Items);

/// <summary>A skill, a piece of knowledge or a context, and what it is to the occupation.</summary>
public sealed record SheetItem(string Name, RomeWeight? Weight);

/// <summary>An occupation that is near another.</summary>
public sealed record NearOccupation(string Rome, string Name);
