using CsCheck;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class SlugTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["aàÀeéÉçœŒ'’ -–_/()0123456789ZÅøß"], 0, 300]);

    [Theory]
    [InlineData("Provence-Alpes-Côte d'Azur", "provence-alpes-cote-d-azur")]
    [InlineData("  Bâtisseurs : Constructions & Avenir  ", "batisseurs-constructions-avenir")]
    [InlineData("Œuvres d’Évreux", "oeuvres-d-evreux")]
    [InlineData("La Réunion", "la-reunion")]
    [InlineData("—", "sans-nom")]
    [InlineData("", "sans-nom")]
    public void From_Text_IsItsAddress(string text, string slug)
    {
        Assert.Equal(slug, Slug.From(text));
    }

    [Fact]
    public void From_AnyText_GivesAValidAddressThatStays()
    {
        AnyText.Sample(text =>
        {
            var slug = Slug.From(text);

            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
            Assert.InRange(slug.Length, 1, Slug.MaxLength);
            Assert.Equal(slug, Slug.From(slug));
            Assert.True(Slug.IsValid(slug));
        });
    }

    [Fact]
    public void Unique_AnyTexts_AreNumberedAndStable()
    {
        AnyText.List[1, 12].Sample(texts =>
        {
            // The same names again and again, in the same order.
            List<string> names = [.. texts, .. texts, texts[0]];

            var first = Given(names);
            var second = Given(names);

            Assert.Equal(first, second);
            Assert.Equal(names.Count, first.Distinct().Count());
            Assert.All(first, slug => Assert.True(Slug.IsValid(slug)));
        });
    }

    [Fact]
    public void Unique_SecondOfAName_IsNumberedFromTwo()
    {
        Assert.Equal(["nautisme", "nautisme-2", "nautisme-3"], Given(["Nautisme", "nautisme", "NAUTISME"]));
    }

    [Fact]
    public void Unique_LongestName_KeepsItsNumber()
    {
        var name = new string('a', Slug.MaxLength);

        Assert.Equal(new string('a', Slug.MaxLength - 2) + "-2", Given([name, name])[1]);
    }

    private static List<string> Given(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var slugs = new List<string>();
        foreach (var name in names)
        {
            var slug = Slug.Unique(name, taken.Contains);
            taken.Add(slug);
            slugs.Add(slug);
        }

        return slugs;
    }
}
