using Maillage.Network.Campuses;

namespace Maillage.Network.Register;

/// <summary>One period of the register, with its state on a day.</summary>
public sealed record LabelOnDay(CampusRecord Campus, LabelPeriod Period, DateOnly Day)
{
    public LabelState State => Period.StateOn(Day);
}

/// <summary>
/// What to look for in the register of labels, one row a period. Without a day, every known period with its state today;
/// with a day, those in force or presumed that day, unless <see cref="AnyState"/>.
/// </summary>
public sealed record LabelFilter
{
    public DateOnly? AsOf { get; init; }

    public LabelCategory? Category { get; init; }

    /// <summary>State of the period on the day asked, or today.</summary>
    public LabelState? State { get; init; }

    /// <summary>With a day, lists every period whatever its state.</summary>
    public bool AnyState { get; init; }

    /// <summary>Which campuses: their territory, sector and words alone count.</summary>
    public CampusFilter Campuses { get; init; } = new();

    /// <summary>By campus, then by start.</summary>
    public IReadOnlyList<LabelOnDay> Apply(NetworkRegister register, DateOnly today)
    {
        var day = AsOf ?? today;
        var campuses = Campuses with { AsOf = null, Category = null, State = null, AnyState = true };
        return
        [
            .. campuses.Apply(register, today)
                .SelectMany(item => item.Campus.LabelPeriods, (item, period) => new LabelOnDay(item.Campus, period, day))
                .Where(row => Category is not { } category || row.Period.Category == category)
                .Where(row => State is { } state ? row.State == state : AsOf is null || AnyState || row.State.Stands()),
        ];
    }
}
