namespace Maillage.Network.Campuses;

/// <summary>
/// The labels of a campus on a given day. Several may stand at once (campus and Excellence, national and regional);
/// the one shown first is Excellence before campus, then the latest start.
/// </summary>
public static class CampusLabels
{
    /// <summary>Periods in force or presumed that day, the one shown first at the head.</summary>
    public static IEnumerable<LabelPeriod> StandingOn(this IEnumerable<LabelPeriod> periods, DateOnly day) =>
        periods.Where(period => period.StateOn(day).Stands()).OrderForDisplay();

    /// <summary>
    /// The period that speaks for the campus that day: the first of those that stand, else the last one begun;
    /// null when none has begun.
    /// </summary>
    public static LabelPeriod? ShownOn(this IReadOnlyCollection<LabelPeriod> periods, DateOnly day) =>
        periods.StandingOn(day).FirstOrDefault()
        ?? periods.Where(period => period.HasBegunOn(day))
            .OrderByDescending(LastKnownDay)
            .ThenByDescending(period => period.Category)
            .FirstOrDefault();

    public static LabelState StateOn(this IReadOnlyCollection<LabelPeriod> periods, DateOnly day) =>
        periods.ShownOn(day)?.StateOn(day) ?? LabelState.Unknown;

    public static bool Stands(this LabelState state) => state is LabelState.InForce or LabelState.Presumed;

    private static IOrderedEnumerable<LabelPeriod> OrderForDisplay(this IEnumerable<LabelPeriod> periods) =>
        periods.OrderByDescending(period => period.Category)
            .ThenByDescending(period => period.Start)
            .ThenBy(period => period.Scheme)
            .ThenByDescending(period => period.StatedOrPresumedEnd());

    private static DateOnly LastKnownDay(LabelPeriod period) => period.StatedOrPresumedEnd();

    private static DateOnly StatedOrPresumedEnd(this LabelPeriod period) => period.End ?? period.PresumedEnd!.Value;
}
