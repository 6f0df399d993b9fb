using CsCheck;
using Maillage.Search;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private static readonly GeoPoint SaintNazaire = new(47.2735, -2.2138);
    private static readonly GeoPoint Nantes = new(47.2184, -1.5536);
    private static readonly GeoPoint Brest = new(48.3904, -4.4861);

    private readonly TemporaryIndex _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("chaudronnerie", "cap-chaudronnerie", "as it is written")]
    [InlineData("chaudronerie", "cap-chaudronnerie", "a letter forgotten")]
    [InlineData("boulagner", "cap-boulanger", "two letters exchanged")]
    [InlineData("BOULANGERS", "cap-boulanger", "capitals and a plural")]
    [InlineData("mecanique", "bac-pro-mecanique", "without its accent")]
    [InlineData("méca", "bac-pro-mecanique", "unfinished")]
    [InlineData("baccalauréat professionnel mécanique", "bac-pro-mecanique", "written in full")]
    [InlineData("l'aéronautique", "campus-aeronautique", "with its article")]
    [InlineData("avion", "campus-aeronautique", "another word for it")]
    [InlineData("lycée nazaire", "lycee-sainte-anne", "kind and place")]
    [InlineData("0440000A", "lycee-sainte-anne", "its code")]
    public async Task Find_WhatAPersonTypes_GivesWhatTheyMeanFirst(string typed, string expected, string why)
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Text = typed }, 1, 10);

        Assert.True(answer.Hits.Count > 0, why);
        Assert.Equal(expected, answer.Hits[0].Id);
        Assert.False(answer.IsWidened);
    }

    [Fact]
    public async Task Find_WithoutText_GivesEverything()
    {
        using var index = await IndexAsync();

        Assert.Equal(index.Documents, index.Find(new SearchQuery(), 1, 10).Total);
    }

    [Theory]
    [InlineData("licorne")]
    [InlineData("xy")]
    public async Task Find_WhatNothingHolds_GivesNothing(string typed)
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Text = typed }, 1, 10);

        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Hits);
    }

    [Fact]
    public async Task Find_WordsThatNothingHoldsTogether_GivesSomeAndSaysSo()
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Text = "boulanger licorne" }, 1, 10);

        Assert.True(answer.IsWidened);
        Assert.Equal("cap-boulanger", answer.Hits[0].Id);
    }

    [Fact]
    public async Task Find_OfAType_StillCountsTheOthers()
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Facets = [("type", "campus")] }, 1, 10);

        Assert.Equal(["campus-aeronautique"], answer.Hits.Select(hit => hit.Id));
        Assert.Equal(1, answer.Total);
        Assert.Equal(3, answer.Types["formation"]);
        Assert.Equal(2, answer.Types["organisation"]);
    }

    [Fact]
    public async Task Find_ByFacet_KeepsWhatHasIt()
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Facets = [("region", "52")] }, 1, 10);

        Assert.Equal(["campus-aeronautique", "lycee-sainte-anne"], answer.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal(2, answer.Facets["region"]["52"]);
    }

    [Fact]
    public async Task Find_ByFacet_StillCountsItsOtherValues()
    {
        using var index = await IndexAsync();

        var answer = index.Find(new SearchQuery { Facets = [("region", "52"), ("type", "organisation")] }, 1, 10);

        Assert.Equal(1, answer.Total);
        Assert.Equal(1, answer.Counts("region")["53"]);
        Assert.Equal(1, answer.Types["campus"]);
        Assert.False(answer.Types.ContainsKey("formation"));
    }

    [Fact]
    public async Task Find_OfWhatIsInSeveralPlaces_GivesOneAnswer()
    {
        using var index = await _folder.WriteAsync(1, Few().Append(InTwoPlaces));

        var hit = Assert.Single(index.Find(new SearchQuery { Text = "soudage" }, 1, 10).Hits);

        Assert.Equal((2, 2), (hit.Places, hit.PlacesFound));
    }

    [Fact]
    public async Task Find_OfWhatIsInSeveralPlaces_WantsOnePlaceThatMeetsEveryCondition()
    {
        using var index = await _folder.WriteAsync(1, Few().Append(InTwoPlaces));
        (string, string)[] apprentissage = [("mode", "apprentissage")];

        var brest = index.Find(new SearchQuery { Text = "soudage", Facets = apprentissage, Near = Brest }, 1, 10);
        var nazaire = index.Find(new SearchQuery { Text = "soudage", Facets = apprentissage, Near = SaintNazaire }, 1, 10);

        Assert.Equal("Lycée Vauban, Brest", Assert.Single(brest.Hits).Place);
        Assert.Equal((2, 1), (brest.Hits[0].Places, brest.Hits[0].PlacesFound));
        Assert.Equal(1, brest.Counts("mode")["apprentissage"]);
        Assert.Equal(0, nazaire.Total);
        Assert.Equal(1, nazaire.Counts("mode")["scolaire"]);
    }

    [Fact]
    public async Task Find_OfAMisspeltWord_SaysHowItWasUnderstood()
    {
        using var index = await IndexAsync();

        var correction = Assert.Single(index.Find(new SearchQuery { Text = "boulagner" }, 1, 10).Corrections);

        Assert.Equal(("boulagner", "boulanger"), (correction.Typed, correction.Understood[0]));
    }

    [Fact]
    public async Task Find_AroundAPoint_GivesWhatIsWithinTheRadiusWithItsDistance()
    {
        using var index = await IndexAsync();

        var near = index.Find(new SearchQuery { Near = Nantes, RadiusKm = 60 }, 1, 10);
        var nearer = index.Find(new SearchQuery { Near = Nantes, RadiusKm = 45 }, 1, 10);

        var hit = Assert.Single(near.Hits);
        Assert.Equal("lycee-sainte-anne", hit.Id);
        Assert.Equal(Nantes.DistanceKm(SaintNazaire), hit.DistanceKm!.Value, 0.001);
        Assert.Equal(0, nearer.Total);
    }

    [Fact]
    public async Task Find_PageByPage_GivesEachDocumentOnce()
    {
        using var index = await IndexAsync();

        var pages = Enumerable.Range(1, 4).SelectMany(page => index.Find(new SearchQuery(), page, 2).Hits.Select(hit => hit.Id)).ToList();

        Assert.Equal(index.Documents, pages.Count);
        Assert.Equal(pages.Count, pages.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(index.Find(new SearchQuery(), int.MaxValue, 100).Hits);
    }

    [Fact]
    public async Task Find_AnyText_Answers()
    {
        using var index = await IndexAsync();

        Gen.OneOf(Gen.String, Gen.String[Gen.Char["aàœ '\"*?~^:()[]{}+-&|!\\/\0\uFFFE"], 0, 60]).Sample(
            text => index.Find(new SearchQuery { Text = text }, 1, 10).Total >= 0, iter: 2_000);
    }

    private Task<SearchIndex> IndexAsync() => _folder.WriteAsync(1, Few());

    private static IEnumerable<SearchDocument> Few()
    {
        yield return Of("formation", "cap-chaudronnerie", "CAP Chaudronnerie industrielle");
        yield return Of("formation", "cap-boulanger", "CAP Boulanger");
        yield return Of("formation", "bac-pro-mecanique", "Bac pro Mécanique automobile");
        yield return Of("campus", "campus-aeronautique", "Campus Aéronautique") with { Facets = [("region", "52"), ("region", "53")], Weight = 6 };
        yield return Of("organisation", "lycee-sainte-anne", "Lycée Sainte-Anne") with
        {
            Subtitle = "Saint-Nazaire", Words = ["0440000A"], Place = SaintNazaire, Facets = [("region", "52")],
        };
        yield return Of("organisation", "lycee-vauban", "Lycée Vauban") with { Subtitle = "Brest", Place = Brest, Facets = [("region", "53")] };
        }

    private static SearchDocument InTwoPlaces => Of("formation", "bac-pro-soudage", "Bac pro Soudage") with
    {
        Places =
        [
            new SearchPlace("Lycée Vauban, Brest", [], Brest, [("mode", "apprentissage")]),
            new SearchPlace("Lycée Sainte-Anne, Saint-Nazaire", [], SaintNazaire, [("mode", "scolaire")]),
        ],
    };

    private static SearchDocument Of(string type, string id, string title) => new() { Type = type, Id = id, Title = title };
}
