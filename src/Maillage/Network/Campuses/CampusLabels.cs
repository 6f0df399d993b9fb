namespace Maillage.Network.Campuses;

/// <summary>
/// The labels of a campus on a given day. Several may stand at once (campus and Excellence, national and regional). The
/// state of the campus is that of the surest, in force before presumed; the label shown first is Excellence before campus,
/// then the latest start.
/// </summary>
public static class CampusLabels
{
    /// <summary>Periods in force or presumed that day, the one shown first at the head.</summary>
    public static IEnumerable<LabelPeriod> StandingOn(this IEnumerable<LabelPeriod> periods, DateOnly day) =>
        periods.Where(period => period.StateOn(day).Stands())
            .OrderByDescending(period => period.Category)
            .ThenForDisplay();

    /// <summary>
    /// The period that speaks for the campus that day: the first of those that stand, else the one that lasted longest,
    /// a stated end before a presumption that ran out the same day; null when none has begun.
    /// </summary>
    public static LabelPeriod? ShownOn(this IReadOnlyCollection<LabelPeriod> periods, DateOnly day) =>
        periods.StandingOn(day).FirstOrDefault()
        ?? periods.Where(period => period.HasBegunOn(day))
            .OrderByDescending(StatedOrPresumedEnd)
            .ThenByDescending(period => period.StateOn(day))
            .ThenByDescending(period => period.Category)
            .ThenForDisplay()
            .FirstOrDefault();

    public static LabelState StateOn(this IReadOnlyCollection<LabelPeriod> periods, DateOnly day)
    {
        var standing = periods.Select(period => period.StateOn(day)).Where(Stands).ToList();
        return standing.Count > 0 ? standing.Max() : periods.ShownOn(day)?.StateOn(day) ?? LabelState.Unknown;
    }

    public static bool Stands(this LabelState state) => state is LabelState.InForce or LabelState.Presumed;

    private static IOrderedEnumerable<LabelPeriod> ThenForDisplay(this IOrderedEnumerable<LabelPeriod> periods) =>
        periods.ThenByDescending(period => period.Start)
            .ThenBy(period => period.Scheme)
            .ThenByDescending(StatedOrPresumedEnd)
            // Of two that say the same, the one whose source says it more precisely: the answer never hangs on the order of the rows.
            .ThenBy(period => period.Start.Precision);

    private static DateOnly StatedOrPresumedEnd(LabelPeriod period) => period.End ?? period.PresumedEnd!.Value;
}
