using System.Net;
using Maillage.Catalogue.Offers;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class OfferTabsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Formations", "Niveau 3 (CAP)")]
    [InlineData("/en", "Qualifications", "Level 3 (CAP)")]
    public async Task Campus_WhoseMembersTrain_HasItsOfferWithItsChoices(string prefix, string title, string level)
    {
        var a = new TestData();
        var campus = a.Campus(x => x.Named("Tourisme en Loire"));
        var member = a.Organisation(x => x.Named("Lycée de la Loire"));
        var other = a.Organisation(x => x.Named("Lycée voisin"));
        var ofSector = TestData.Qualification("CAP Cuisine");
        var added = TestData.Qualification("CAP Mécanique", row => row.SectorCodes = [TestData.OtherSectorCode]);
        var taken = TestData.Qualification("CAP Service");
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), campus, member, other, TestData.Membership(campus, member), ofSector, added, taken,
            TestData.Offer(ofSector, member), TestData.Offer(added, member), TestData.Offer(taken, member), TestData.Offer(ofSector, other),
            TestData.Choice(campus.Slug, added, OfferDecision.Included), TestData.Choice(campus.Slug, taken, OfferDecision.Excluded),
        ]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync($"{prefix}/campus/{campus.Slug}", Ct)).ReadPageAsync();

        var section = page.GetElementById("formations")!;
        Assert.Equal(title, section.QuerySelector("h2")!.TextContent);
        Assert.Equal(title, page.QuerySelector(".page-tabs a[href='#formations']")!.TextContent);
        Assert.StartsWith(level, section.QuerySelector("h3")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["CAP Cuisine", "CAP Mécanique"], section.QuerySelectorAll("li a").Select(link => link.TextContent));
        Assert.DoesNotContain("Lycée voisin", section.Words(), StringComparison.Ordinal);
        Assert.NotNull(section.QuerySelector($"a[href='{prefix}/formations?campus={campus.Slug}']"));
    }

    [Fact]
    public async Task Organisation_ThatTrains_HasItsOfferWithFiguresAndSource()
    {
        var a = new TestData();
        var lycee = a.Organisation();
        var cap = TestData.Qualification("CAP Cuisine");
        await using var app = await WebApp.WithAsync(
            [.. TestData.Territories(), lycee, cap, TestData.Offer(cap, lycee, TrainingMode.Apprentissage, capacity: 24, enrolled: 3)]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/organisations/" + lycee.Slug, Ct)).ReadPageAsync();

        var section = page.GetElementById("formations")!.Words();
        Assert.Contains("CAP Cuisine Apprentissage 2020-2021 24 places effectif inférieur à 5, non montré", section, StringComparison.Ordinal);
        Assert.Contains("Source : Rectorat de Nantes", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfWhoTrainsNobody_HasNoEmptySection()
    {
        var a = new TestData();
        var (campus, lycee) = (a.Campus(), a.Organisation());
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), campus, lycee]);
        using var visitor = app.NewClient();

        foreach (var address in (string[])["/campus/" + campus.Slug, "/organisations/" + lycee.Slug])
        {
            var response = await visitor.GetAsync(address, Ct);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null((await response.ReadPageAsync()).GetElementById("formations"));
        }
    }
}
