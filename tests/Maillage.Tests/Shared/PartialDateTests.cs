using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class PartialDateTests
{
    private static readonly Gen<PartialDate> Any = Gen.Select(Gen.Int[1, 9_998], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 3], (year, month, day, precision) =>
        (DatePrecision)precision switch
        {
            DatePrecision.Day => PartialDate.Day(new DateOnly(year, month, day)),
            DatePrecision.Month => PartialDate.Month(year, month),
            DatePrecision.Year => PartialDate.Year(year),
            _ => PartialDate.SchoolYear(year),
        });

    [Theory]
    [InlineData("2018-09-20", DatePrecision.Day, "2018-09-20")]
    [InlineData("2020-02-29", DatePrecision.Day, "2020-02-29")]
    [InlineData("2018-09", DatePrecision.Month, "2018-09-01")]
    [InlineData("2018", DatePrecision.Year, "2018-01-01")]
    [InlineData("2018-2019", DatePrecision.SchoolYear, "2018-09-01")]
    public void Parse_WrittenDate_CountsFromItsFirstDay(string text, DatePrecision precision, string firstDay)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(precision, date.Precision);
        Assert.Equal(DateOnly.Parse(firstDay, null), date.FirstDay);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18")]
    [InlineData("0000")]
    [InlineData("2018-13")]
    [InlineData("2018-00")]
    [InlineData("2018-2018")]
    [InlineData("2018-2020")]
    [InlineData("2019-02-29")]
    [InlineData("2018-9-20")]
    [InlineData("20 septembre 2018")]
    [InlineData("+018")]
    public void Parse_OtherText_IsRefused(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out _));
    }

    [Fact]
    public void Parse_AnyDateWritten_IsTheSame()
    {
        Any.Sample(date =>
        {
            Assert.Equal(date, PartialDate.Parse(date.ToString()));
            Assert.InRange(date.ToString().Length, 4, PartialDate.MaxLength);
        });
    }

    [Fact]
    public void Compare_AnyTwo_FollowTheirFirstDays()
    {
        Gen.Select(Any, Any).Sample((left, right) => Assert.Equal(left.FirstDay < right.FirstDay, left < right));
    }
}
