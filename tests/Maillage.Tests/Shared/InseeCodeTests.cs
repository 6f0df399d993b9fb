using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class InseeCodeTests
{
    [Theory]
    [InlineData("44109", "44")]
    [InlineData("01001", "01")]
    [InlineData("2A004", "2A")]
    [InlineData("2b033", "2B")]
    [InlineData("97105", "971")]
    [InlineData("97611", "976")]
    [InlineData("98735", "987")]
    [InlineData("98818", "988")]
    [InlineData("75056", "75")]
    public void Parse_CommuneOfTheRepublic_TellsItsDepartment(string text, string department)
    {
        Assert.True(InseeCode.TryParse(text, out var code));
        Assert.Equal(department, code.Department);
    }

    [Theory]
    [InlineData("20004")]
    [InlineData("20xxx")]
    [InlineData("00001")]
    [InlineData("96001")]
    [InlineData("99100")]
    [InlineData("2C001")]
    [InlineData("97001")]
    [InlineData("97901")]
    [InlineData("98501")]
    [InlineData("4410")]
    [InlineData("441099")]
    [InlineData("44A09")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_OtherText_IsRefused(string? text)
    {
        Assert.False(InseeCode.TryParse(text, out _));
    }

    [Fact]
    public void Parse_AnyAcceptedText_IsReadAgainAlike()
    {
        Gen.String[Gen.Char["0123456789ABab "], 4, 6].Sample(text =>
        {
            if (InseeCode.TryParse(text, out var code))
            {
                Assert.Equal(code, InseeCode.Parse(code.Value));
                Assert.StartsWith(code.Department, code.Value, StringComparison.Ordinal);
            }
        });
    }
}
