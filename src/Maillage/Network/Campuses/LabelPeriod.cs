using Maillage.Shared;

namespace Maillage.Network.Campuses;

public enum LabelScheme
{
    /// <summary>The label of the ministries, code de l'éducation, art. D.335-33.</summary>
    National,

    /// <summary>A label that a Région gives by itself, such as « Talents et Territoires de Nouvelle-Aquitaine ».</summary>
    Regional,
}

public enum LabelCategory
{
    Campus,
    Excellence,
}

public enum LabelBasis
{
    /// <summary>A text gives the start.</summary>
    Stated,

    /// <summary>We deduce the period from other facts; the act was not found.</summary>
    Inferred,
}

/// <summary>What one period, or a campus through all of its periods, is on a given day.</summary>
public enum LabelState
{
    /// <summary>No period is known, or the last one is a presumption that has run out.</summary>
    Unknown,

    /// <summary>A stated end has passed and nothing came after.</summary>
    Expired,

    /// <summary>Start known, duration unknown, and the longest duration that the rules allowed has not run out.</summary>
    Presumed,

    /// <summary>A period with a known end covers the day.</summary>
    InForce,
}

/// <summary>
/// One decision to label a campus: when it starts, for how long, by which act. Whether a campus is labelled is computed
/// from its periods and a day (<see cref="CampusLabels"/>), never stored.
/// </summary>
public sealed class LabelPeriod
{
    public const int DecisionReferenceMaxLength = 400;
    public const int MaxDurationYears = 10;

    // Décret of September 2019: up to five years, in force on the 16th; before it the label was given for four.
    private static readonly DateOnly FiveYearRule = new(2019, 9, 16);

    public Guid LabelPeriodId { get; init; } = Guid.CreateVersion7();

    public Guid CampusId { get; init; }

    public required LabelScheme Scheme { get; init; }

    public required LabelCategory Category { get; init; }

    public required PartialDate Start { get; init; }

    /// <summary>Years granted; empty when the source does not tell.</summary>
    public int? DurationYears { get; set; }

    /// <summary>A stated last day plus one that differs from start plus duration: withdrawal, extension.</summary>
    public DateOnly? StatedEnd { get; set; }

    public string? DecisionReference { get; set; }

    public required LabelBasis Basis { get; set; }

    public required Provenance Provenance { get; set; }

    /// <summary>First day no longer covered, when a text tells it.</summary>
    public DateOnly? End => StatedEnd ?? (DurationYears is { } years ? Start.FirstDay.AddYears(years) : null);

    /// <summary>First day on which the label can no longer be presumed; empty when the end is known.</summary>
    public DateOnly? PresumedEnd => End is null ? Start.FirstDay.AddYears(Start.FirstDay < FiveYearRule ? 4 : 5) : null;

    public bool HasBegunOn(DateOnly day) => Start.FirstDay <= day;

    /// <summary>State of this period alone; a period that has not begun is unknown.</summary>
    public LabelState StateOn(DateOnly day)
    {
        if (!HasBegunOn(day))
        {
            return LabelState.Unknown;
        }

        return End is { } end
            ? (day < end ? LabelState.InForce : LabelState.Expired)
            : (day < PresumedEnd ? LabelState.Presumed : LabelState.Unknown);
    }
}
