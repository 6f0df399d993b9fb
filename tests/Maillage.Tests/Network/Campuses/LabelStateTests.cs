using Maillage.Network.Campuses;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Network.Campuses;

public sealed class LabelStateTests
{
    [Theory]
    // Known duration: from the first day, until the same day years later, which is no longer covered.
    [InlineData("2018-2019", 4, "2018-08-31", LabelState.Unknown)]
    [InlineData("2018-2019", 4, "2018-09-01", LabelState.InForce)]
    [InlineData("2018-2019", 4, "2022-08-31", LabelState.InForce)]
    [InlineData("2018-2019", 4, "2022-09-01", LabelState.Expired)]
    [InlineData("2018", 1, "2018-01-01", LabelState.InForce)]
    [InlineData("2018", 1, "2018-12-31", LabelState.InForce)]
    [InlineData("2018", 1, "2019-01-01", LabelState.Expired)]
    [InlineData("2017-02", 4, "2017-01-31", LabelState.Unknown)]
    [InlineData("2017-02", 4, "2017-02-01", LabelState.InForce)]
    [InlineData("2020-02-29", 4, "2024-02-28", LabelState.InForce)]
    [InlineData("2020-02-29", 4, "2024-02-29", LabelState.Expired)]
    [InlineData("2020-02-29", 1, "2021-02-27", LabelState.InForce)]
    [InlineData("2020-02-29", 1, "2021-02-28", LabelState.Expired)]
    // Unknown duration: four years at most for what starts before 16 September 2019, five since.
    [InlineData("2019-09-15", null, "2023-09-14", LabelState.Presumed)]
    [InlineData("2019-09-15", null, "2023-09-15", LabelState.Unknown)]
    [InlineData("2019-09-16", null, "2023-09-16", LabelState.Presumed)]
    [InlineData("2019-09-16", null, "2024-09-15", LabelState.Presumed)]
    [InlineData("2019-09-16", null, "2024-09-16", LabelState.Unknown)]
    [InlineData("2019-2020", null, "2023-08-31", LabelState.Presumed)]
    [InlineData("2019-2020", null, "2023-09-01", LabelState.Unknown)]
    [InlineData("2019-09", null, "2023-09-01", LabelState.Unknown)]
    [InlineData("2019", null, "2022-12-31", LabelState.Presumed)]
    [InlineData("2020-2021", null, "2025-08-31", LabelState.Presumed)]
    [InlineData("2020-2021", null, "2025-09-01", LabelState.Unknown)]
    public void State_OfOnePeriod_FollowsItsDates(string start, int? years, string day, LabelState expected)
    {
        var period = TestData.Label(start, years);

        Assert.Equal(expected, period.StateOn(Day(day)));
        Assert.Equal(expected, new[] { period }.StateOn(Day(day)));
    }

    [Fact]
    public void State_WithoutPeriod_IsUnknown()
    {
        Assert.Equal(LabelState.Unknown, Array.Empty<LabelPeriod>().StateOn(TestData.Today));
        Assert.Null(Array.Empty<LabelPeriod>().ShownOn(TestData.Today));
    }

    [Fact]
    public void State_StatedEnd_OverridesTheDuration()
    {
        var withdrawn = TestData.Label("2018-2019", years: 4, statedEnd: new DateOnly(2020, 1, 1));

        Assert.Equal(LabelState.InForce, withdrawn.StateOn(new DateOnly(2019, 12, 31)));
        Assert.Equal(LabelState.Expired, withdrawn.StateOn(new DateOnly(2020, 1, 1)));
    }

    [Theory]
    [InlineData("2016-12-31", LabelState.InForce, "2013-2014")]
    [InlineData("2017-08-31", LabelState.InForce, "2013-2014")]
    [InlineData("2017-09-01", LabelState.Presumed, "2017-2018")]
    [InlineData("2018-12-31", LabelState.Presumed, "2017-2018")]
    [InlineData("2021-09-01", LabelState.Unknown, "2017-2018")]
    public void State_AeronautiqueRenewedIn2017_PassesFromOnePeriodToTheNext(string day, LabelState expected, string shown)
    {
        LabelPeriod[] periods = [TestData.Label("2013-2014", years: 4), TestData.Label("2017-2018")];

        Assert.Equal(expected, periods.StateOn(Day(day)));
        Assert.Equal(shown, periods.ShownOn(Day(day))!.Start.ToString());
    }

    [Fact]
    public void State_InAGap_IsExpired()
    {
        LabelPeriod[] periods = [TestData.Label("2013-2014", years: 4), TestData.Label("2019-2020", years: 4)];

        Assert.Equal(LabelState.Expired, periods.StateOn(new DateOnly(2018, 1, 1)));
        Assert.Equal(LabelState.InForce, periods.StateOn(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void State_PresumptionRunOutAfterAStatedEnd_IsUnknown()
    {
        LabelPeriod[] periods = [TestData.Label("2013-2014", years: 4), TestData.Label("2018")];

        Assert.Equal(LabelState.Unknown, periods.StateOn(new DateOnly(2022, 1, 1)));
    }

    [Fact]
    public void Shown_ExcellenceAndCampusInForce_IsExcellence()
    {
        LabelPeriod[] periods =
            [TestData.Label("2018-2019", years: 5), TestData.Label("2020-02", years: 5, category: LabelCategory.Excellence), TestData.Label("2019", years: 5)];

        var standing = periods.StandingOn(new DateOnly(2021, 1, 1)).ToList();

        Assert.Equal(3, standing.Count);
        Assert.Same(periods[1], standing[0]);
        Assert.Same(periods[2], standing[1]);
        Assert.Same(standing[0], periods.ShownOn(new DateOnly(2021, 1, 1)));
    }

    [Fact]
    public void State_KnownPeriodBesidePresumedExcellence_IsInForceAndShowsExcellence()
    {
        LabelPeriod[] periods = [TestData.Label("2018-2019", years: 4), TestData.Label("2020-02", category: LabelCategory.Excellence)];

        Assert.Equal(LabelState.InForce, periods.StateOn(new DateOnly(2021, 1, 1)));
        Assert.Same(periods[1], periods.ShownOn(new DateOnly(2021, 1, 1)));
        Assert.Equal(LabelState.Presumed, periods.StateOn(new DateOnly(2023, 1, 1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
