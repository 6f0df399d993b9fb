using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Évreux", "evreux")]
    [InlineData("CŒUR d’Hérault", "coeur d'herault")]
    [InlineData("Saint-Étienne", "saint-etienne")]
    public void Text_Folded_HasNoAccentNorCapital(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u0000\uFFFE ")]
    public void Words_OfNothing_AreNone(string? text) => Assert.Empty(FoldedText.Words(text));

    [Fact]
    public void Words_OfASentence_AreFoldedAndParted() =>
        Assert.Equal(["lycee", "evreux", "n\u00ba5"], FoldedText.Words("  Lycée\u0000Évreux\u00a0N\u00ba5 "));

    [Fact]
    public void Words_OfAnyText_AreFoundWithoutFailing() =>
        Gen.Char.Array.Select(characters => new string(characters)).Sample(text =>
            FoldedText.Words(text).All(word => word.Length > 0 && !word.Any(char.IsControl)));
}
