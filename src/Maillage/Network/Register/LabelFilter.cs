using Maillage.Network.Campuses;

namespace Maillage.Network.Register;

/// <summary>One period of the register, with its state on a day.</summary>
public sealed record LabelOnDay(CampusRecord Campus, LabelPeriod Period, DateOnly Day, LabelState State);

/// <summary>
/// What to look for in the register of labels, one row a period. Without a day, every known period with its state today;
/// with a day, those in force or presumed that day, unless <see cref="AnyState"/>.
/// </summary>
public sealed record LabelFilter
{
    public DateOnly? AsOf { get; init; }

    /// <summary>INSEE code of a région académique.</summary>
    public string? Region { get; init; }

    public LabelCategory? Category { get; init; }

    /// <summary>With a day, lists every period whatever its state.</summary>
    public bool AnyState { get; init; }

    /// <summary>The latest start first.</summary>
    public IReadOnlyList<LabelOnDay> Apply(NetworkRegister register, DateOnly today)
    {
        var day = AsOf ?? today;
        return
        [
            .. register.Campuses
                .Where(campus => Region is null || campus.Regions.Any(region => string.Equals(region.Code, Region, StringComparison.Ordinal)))
                .SelectMany(campus => campus.LabelPeriods.Select(period => new LabelOnDay(campus, period, day, period.StateOn(day))))
                .Where(row => Category is not { } category || row.Period.Category == category)
                .Where(row => AsOf is null || AnyState || row.State.Stands())
                .OrderByDescending(row => row.Period.Start),
        ];
    }
}
