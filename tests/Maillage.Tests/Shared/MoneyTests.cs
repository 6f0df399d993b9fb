using System.Globalization;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1 234,56", 123_456)]
    [InlineData("1234.5", 123_450)]
    [InlineData("1\u202f200\u00a0€", 120_000)]
    [InlineData("0,01", 1)]
    [InlineData("9999999999,99", 999_999_999_999)]
    public void Amount_AsPeopleTypeIt_IsReadToTheCent(string typed, long cents)
    {
        Assert.True(Money.TryParse(typed, out var money));
        Assert.Equal(cents, money.Cents);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1,234.56")]
    [InlineData("1,234")]
    [InlineData("12,")]
    [InlineData(",5")]
    [InlineData("1e3")]
    [InlineData("١٢")]
    [InlineData("10000000000")]
    [InlineData("99999999999999999999999")]
    public void Text_ThatIsNoAmount_IsRefused(string? typed) => Assert.False(Money.TryParse(typed, out _));

    [Theory]
    [InlineData("fr-FR", 123_456, "1 234,56 €")]
    [InlineData("en-GB", 123_456, "€1,234.56")]
    [InlineData("fr-FR", -50, "-0,50 €")]
    [InlineData("en-GB", -50, "-€0.50")]
    public void Amount_Written_FollowsTheLanguage(string culture, long cents, string expected) =>
        Assert.Equal(expected, new Money(cents).In(CultureInfo.GetCultureInfo(culture)).Replace('\u202f', ' ').Replace('\u00a0', ' ').Replace('\u2212', '-'));

    [Fact]
    public void Sum_OfTenths_IsExact() =>
        Assert.Equal(new Money(30), new Money(10) + new Money(10) + new Money(20) - new Money(10));
}
