using System.Globalization;
using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class SiretTests
{
    private const string LaPoste = "356000000";

    private static readonly Gen<string> ValidSiren =
        Gen.Int[0, 99_999_999].Select(number => WithKey(number.ToString("00000000", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> ValidSiret =
        Gen.Select(ValidSiren, Gen.Int[0, 9_999], (siren, number) => WithKey($"{siren}{number:0000}"));

    [Theory]
    [InlineData("19440034700010")]
    [InlineData("194 400 347 00010")]
    [InlineData("35600000000048")]
    public void Parse_RegisteredNumber_IsAccepted(string text)
    {
        Assert.True(Siret.TryParse(text, out var siret));
        Assert.Equal(siret.Value[..9], siret.Siren.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1944003470001")]
    [InlineData("194400347000100")]
    [InlineData("19440034700011")]
    [InlineData("1944003470001O")]
    public void Parse_OtherText_IsRefused(string? text)
    {
        Assert.False(Siret.TryParse(text, out _));
    }

    [Fact]
    public void Parse_LuhnNumberOnAWrongSiren_IsRefused()
    {
        var siret = WithKey("1944003480001");

        Assert.False(Siren.TryParse(siret[..9], out _));
        Assert.False(Siret.TryParse(siret, out _));
    }

    [Fact]
    public void Parse_AnyNumberWithItsKeys_IsAccepted()
    {
        ValidSiret.Sample(text =>
        {
            Assert.Equal(text, Siret.Parse(text).Value);
            Assert.Equal(text[..9], Siren.Parse(text[..9]).Value);
        });
    }

    [Fact]
    public void Parse_AnyDigitChanged_IsRefused()
    {
        Gen.Select(ValidSiret, Gen.Int[0, 13], Gen.Int[1, 9]).Where((text, _, _) => text[..9] != LaPoste).Sample((text, place, shift) =>
        {
            var changed = text.ToCharArray();
            changed[place] = (char)('0' + ((changed[place] - '0' + shift) % 10));

            Assert.False(Siret.TryParse(new string(changed), out _));
        });
    }

    [Fact]
    public void Parse_EstablishmentOfLaPoste_FollowsEitherFormula()
    {
        Gen.Int[0, 99_999].Sample(number =>
        {
            var text = $"{LaPoste}{number:00000}";
            var isMultipleOfFive = text.Sum(digit => digit - '0') % 5 == 0;

            Assert.Equal(isMultipleOfFive || WithKey(text[..13]) == text, Siret.TryParse(text, out _));
        });
    }

    // The key that completes a number, found by trying all ten with the formula of the standard, written another way.
    private static string WithKey(string number) =>
        number + Enumerable.Range(0, 10).Single(key => Luhn(number + key.ToString(CultureInfo.InvariantCulture)) % 10 == 0).ToString(CultureInfo.InvariantCulture);

    private static int Luhn(string number) => number.Reverse()
        .Select((digit, place) => (digit - '0') * (1 + (place % 2)))
        .Sum(product => (product / 10) + (product % 10));
}
