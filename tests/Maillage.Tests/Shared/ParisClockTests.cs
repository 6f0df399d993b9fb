using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class ParisClockTests
{
    [Theory]
    [InlineData("2026-08-31T23:30:00Z", "2026-09-01")]
    [InlineData("2026-08-31T21:59:00Z", "2026-08-31")]
    [InlineData("2028-02-29T23:30:00Z", "2028-03-01")]
    [InlineData("2028-02-28T23:30:00Z", "2028-02-29")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void Today_AtAnInstant_IsTheDayInParis(string instant, string day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, null));

        Assert.Equal(DateOnly.Parse(day, null), clock.Today());
        Assert.Equal(DateTimeKind.Utc, clock.UtcNow().Kind);
    }

    [Fact]
    public void Label_OfTheRentree_BeginsWhenTheDayBeginsInParis()
    {
        var label = TestData.Label("2026-2027", years: 5);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-08-31T21:30:00Z", null));

        Assert.Equal(LabelState.Unknown, label.StateOn(clock.Today()));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(LabelState.InForce, label.StateOn(clock.Today()));
    }
}
