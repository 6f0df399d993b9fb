using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class UaiTests
{
    // The formula as the ministry writes it: the remainder of the number by 23, in the alphabet without I, O and Q.
    private const string Alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static readonly Gen<string> Valid = Gen.Int[0, 9_999_999].Select(number => $"{number:0000000}{Alphabet[number % 23]}");

    [Theory]
    [InlineData("0440034Y")]
    [InlineData("0440005S")]
    [InlineData(" 0440069l ")]
    public void Parse_CodeOfTheRegister_IsAccepted(string text)
    {
        Assert.True(Uai.TryParse(text, out var uai));
        Assert.Equal(text.Trim().ToUpperInvariant(), uai.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0440034")]
    [InlineData("0440034Z")]
    [InlineData("0440034I")]
    [InlineData("00440034Y")]
    [InlineData("044003AY")]
    [InlineData("٠٤٤٠٠٣٤Y")]
    public void Parse_OtherText_IsRefused(string? text)
    {
        Assert.False(Uai.TryParse(text, out _));
    }

    [Fact]
    public void Parse_AnyNumberWithItsKey_IsAccepted()
    {
        Valid.Sample(code => Assert.Equal(code, Uai.Parse(code).ToString()));
    }

    [Fact]
    public void Parse_AnyDigitChanged_IsRefused()
    {
        // 23 is prime and divides no difference of one digit: the key always tells.
        Gen.Select(Valid, Gen.Int[0, 6], Gen.Int[1, 9]).Sample((code, place, shift) =>
        {
            var changed = code.ToCharArray();
            changed[place] = (char)('0' + ((changed[place] - '0' + shift) % 10));

            Assert.False(Uai.TryParse(new string(changed), out _));
        });
    }

    [Fact]
    public void Parse_AnyOtherKey_IsRefused()
    {
        Gen.Select(Valid, Gen.Char['A', 'Z']).Where((code, key) => key != code[7]).Sample((code, key) =>
            Assert.False(Uai.TryParse(code[..7] + key, out _)));
    }
}
