using CsCheck;
using Maillage.Search;
using Xunit;

namespace Maillage.Tests.Search;

public sealed class TypedPlaceTests
{
    private static readonly string[] Known = ["nantes", "le mans", "mans", "44600", "saint-nazaire", "les herbiers"];

    [Theory]
    [InlineData("soudeur près de Saint-Nazaire", "soudeur", "Saint-Nazaire")]
    [InlineData("soudeur pres de Nulle-Part", "soudeur", "Nulle-Part")]
    [InlineData("CAP cuisine 44600", "CAP cuisine", "44600")]
    [InlineData("44600", "", "44600")]
    [InlineData("boulanger à Nantes", "boulanger", "Nantes")]
    [InlineData("boulanger a nantes", "boulanger", "nantes")]
    [InlineData("bts autour d'Angers", "bts", "Angers")]
    [InlineData("bts autour d’Angers", "bts", "Angers")]
    [InlineData("lycée près du Mans", "lycée", "le Mans")]
    [InlineData("lycée au Mans", "lycée", "le Mans")]
    [InlineData("mode à côté des Herbiers", "mode", "les Herbiers")]
    [InlineData("près de Nantes", "", "Nantes")]
    [InlineData("welder near Saint-Nazaire", "welder", "Saint-Nazaire")]
    public void In_WordsWithAPlace_TellsThemApart(string text, string words, string place) =>
        Assert.Equal(new TypedPlace(words, place, null), TypedPlace.In(text, IsKnown));

    [Theory]
    [InlineData("cuisine à 30 km de Nantes", "cuisine", "Nantes", 30)]
    [InlineData("cuisine 5km autour de Nantes", "cuisine", "Nantes", 5)]
    [InlineData("cuisine dans un rayon de 50 km autour du Mans", "cuisine", "le Mans", 50)]
    [InlineData("cooking within 10 km of Nantes", "cooking", "Nantes", 10)]
    public void In_WordsWithADistance_ReadsIt(string text, string words, string place, double radius) =>
        Assert.Equal(new TypedPlace(words, place, radius), TypedPlace.In(text, IsKnown));

    [Theory]
    [InlineData("cuisine à la carte")]
    [InlineData("prêt à porter")]
    [InlineData("titre 12345")]
    [InlineData("boulanger nantes")]
    [InlineData("près de")]
    [InlineData("")]
    public void In_WordsThatNameNoPlace_FindsNone(string text) => Assert.Null(TypedPlace.In(text, IsKnown));

    [Fact]
    public void In_AnyText_Answers() =>
        Gen.OneOf(Gen.String[0, 200], Gen.String[Gen.Char["àa d'’kmprès 0459-"], 0, 200]).Sample(text => TypedPlace.In(text, IsKnown)?.Name.Length != 0, iter: 500);

    private static bool IsKnown(string name) => Known.Contains(name.ToLowerInvariant(), StringComparer.Ordinal);
}
