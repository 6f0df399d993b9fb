using CsCheck;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Network.Campuses;

/// <summary>The state of a label against a slow reading of the rule, for any periods and any day.</summary>
public sealed class LabelStateProperties
{
    private static readonly DateOnly First = new(2012, 1, 1);
    private static readonly DateOnly Last = new(2032, 12, 31);

    private static readonly Gen<DateOnly> AnyDay = Gen.Frequency(
        (6, Gen.Int[0, Last.DayNumber - First.DayNumber].Select(First.AddDays)),
        // The days on which rules turn.
        (1, Gen.Int[503, 507].Select(leap => new DateOnly(4 * leap, 2, 29))),
        (1, Gen.Int[2012, 2032].Select(year => new DateOnly(year, 8, 31))),
        (1, Gen.Int[2012, 2032].Select(year => new DateOnly(year, 9, 1))),
        (1, Gen.Select(Gen.Int[2019, 2024], Gen.Int[14, 17], (year, day) => new DateOnly(year, 9, day))));

    private static readonly Gen<PartialDate> AnyStart = Gen.Select(AnyDay, Gen.Enum<DatePrecision>(), (day, precision) => precision switch
    {
        DatePrecision.Day => PartialDate.Day(day),
        DatePrecision.Month => PartialDate.Month(day.Year, day.Month),
        DatePrecision.Year => PartialDate.Year(day.Year),
        _ => PartialDate.SchoolYear(day.Year),
    });

    private static readonly Gen<LabelPeriod> AnyPeriod = Gen.Select(
        AnyStart,
        Gen.Frequency((3, Gen.Int[1, 5].Select(years => (int?)years)), (2, Gen.Const((int?)null))),
        Gen.Frequency((9, Gen.Const((DateOnly?)null)), (1, AnyDay.Select(day => (DateOnly?)day))),
        Gen.Enum<LabelCategory>(),
        Gen.Enum<LabelScheme>(),
        (start, years, end, category, scheme) => TestData.Label(
            start.ToString(), years, category, scheme, end is { } day && day > start.FirstDay ? day : null));

    [Fact]
    public void State_OfAnyPeriodsOnAnyDay_IsWhatTheRuleSays()
    {
        Gen.Select(AnyPeriod.Array[0, 6], AnyDay).Sample(
            (periods, day) => Assert.Equal(Expected(periods, day), periods.StateOn(day)), iter: 20_000);
    }

    [Fact]
    public void State_OfAnyPeriods_DoesNotDependOnTheirOrder()
    {
        Gen.Select(AnyPeriod.Array[0, 6], AnyDay, Gen.Int[0, int.MaxValue]).Sample((periods, day, seed) =>
        {
            var shuffled = periods.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(periods.StateOn(day), shuffled.StateOn(day));
            Assert.Equal(
                periods.StandingOn(day).Select(Written),
                shuffled.StandingOn(day).Select(Written));
        });
    }

    [Fact]
    public void Shown_OfAnyPeriods_StandsWhenTheCampusDoes()
    {
        Gen.Select(AnyPeriod.Array[0, 6], AnyDay).Sample((periods, day) =>
        {
            var shown = periods.ShownOn(day);

            Assert.Equal(periods.StateOn(day).Stands(), shown?.StateOn(day).Stands() ?? false);
            Assert.True(shown is null || shown.StateOn(day) <= periods.StateOn(day));
            Assert.Equal(periods.Any(period => period.Start.FirstDay <= day), shown is not null);
            Assert.Equal(periods.Count(period => period.StateOn(day).Stands()), periods.StandingOn(day).Count());
        });
    }

    // "in force (a known period covers the day), presumed (start known, duration unknown: until the longest that the rules
    //  of its start allowed, four years before 16 September 2019, five since), expired (a stated end has passed, nothing
    //  after), unknown (no period, or a presumption that has run out)."
    private static LabelState Expected(LabelPeriod[] periods, DateOnly day)
    {
        if (Array.Exists(periods, period => EndTold(period) is { } end && Covers(period, end, day)))
        {
            return LabelState.InForce;
        }

        if (Array.Exists(periods, period => EndTold(period) is null && Covers(period, EndPresumed(period), day)))
        {
            return LabelState.Presumed;
        }

        var over = periods.Where(period => period.Start.FirstDay <= day).ToList();
        var ends = over.Select(period => EndTold(period)).OfType<DateOnly>().ToList();
        return ends.Count > 0 && over.TrueForAll(period => (EndTold(period) ?? EndPresumed(period)) <= ends.Max())
            ? LabelState.Expired
            : LabelState.Unknown;
    }

    // Walks the days one by one.
    private static bool Covers(LabelPeriod period, DateOnly end, DateOnly day)
    {
        for (var covered = period.Start.FirstDay; covered < end; covered = covered.AddDays(1))
        {
            if (covered == day)
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly? EndTold(LabelPeriod period) =>
        period.StatedEnd ?? (period.DurationYears is { } years ? SameDay(period.Start.FirstDay, years) : null);

    private static DateOnly EndPresumed(LabelPeriod period)
    {
        var start = period.Start.FirstDay;
        var isBeforeTheDecree = start.Year < 2019 || (start.Year == 2019 && (start.Month < 9 || (start.Month == 9 && start.Day < 16)));
        return SameDay(start, isBeforeTheDecree ? 4 : 5);
    }

    // The same day some years later; 28 February when that year has no 29.
    private static DateOnly SameDay(DateOnly day, int years) =>
        new(day.Year + years, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(day.Year + years, day.Month)));

    private static string Written(LabelPeriod period) => $"{period.Category} {period.Start} {period.Scheme} {period.End} {period.PresumedEnd}";
}
