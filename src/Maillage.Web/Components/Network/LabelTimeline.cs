using System.Globalization;
using Maillage.Network.Campuses;

namespace Maillage.Web.Components.Network;

/// <summary>The life of a label as a line from the first start to today, in thousandths of its length.</summary>
public sealed record LabelTimeline(IReadOnlyList<LabelTimeline.Segment> Segments, IReadOnlyList<LabelTimeline.Year> Years, string Today, int Rows)
{
    public const int Length = 1000;

    /// <summary>One period; drawn on its own row when another stands at the same time.</summary>
    public sealed record Segment(LabelPeriod Period, string X, string Width, int Row)
    {
        public bool IsPresumed => Period.End is null;
    }

    /// <summary>A mark of the scale.</summary>
    public sealed record Year(int Number, string X);

    public static LabelTimeline Of(IReadOnlyList<LabelPeriod> periods, DateOnly today)
    {
        if (periods.Count == 0)
        {
            return new LabelTimeline([], [], "0", 0);
        }

        var first = new DateOnly(periods.Min(period => period.Start.FirstDay).Year, 1, 1);
        var lastEnd = periods.Max(EndOf);
        var last = new DateOnly((lastEnd > today ? lastEnd : today).Year + 1, 1, 1);
        double Position(DateOnly day) => (double)(day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber) * Length;

        var rowEnds = new List<DateOnly>();
        var segments = new List<Segment>();
        foreach (var period in periods)
        {
            var row = rowEnds.FindIndex(end => end <= period.Start.FirstDay);
            if (row < 0)
            {
                row = rowEnds.Count;
                rowEnds.Add(default);
            }

            rowEnds[row] = EndOf(period);
            var start = Position(period.Start.FirstDay);
            segments.Add(new Segment(period, Text(start), Text(Position(EndOf(period)) - start), row));
        }

        var years = Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => new Year(year, Text(Position(new DateOnly(year, 1, 1)))));
        return new LabelTimeline(segments, [.. years], Text(Position(today)), rowEnds.Count);
    }

    private static DateOnly EndOf(LabelPeriod period) => period.End ?? period.PresumedEnd!.Value;

    private static string Text(double position) => position.ToString("0.#", CultureInfo.InvariantCulture);
}
