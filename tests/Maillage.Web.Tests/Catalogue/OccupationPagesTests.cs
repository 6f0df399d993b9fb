using System.Net;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Catalogue;

public sealed class OccupationPagesTests(SitePages site)
{
    [Theory]
    [InlineData("/metiers", "Les métiers", "150 métiers")]
    [InlineData("/en/metiers", "Occupations", "150 occupations")]
    public async Task List_WithoutFilter_ShowsTheFirstPageOfAll(string address, string title, string count)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(count, page.GetElementById("results")!.Words());
        Assert.Equal(30, page.QuerySelectorAll(".organisation-item").Length);
    }

    [Fact]
    public async Task List_OfADomain_HoldsItsOccupationsAlone()
    {
        var (_, page) = await site.GetAsync("/metiers?domain=espaces-naturels-et-espaces-verts");

        Assert.NotEmpty(page.QuerySelectorAll(".organisation-item"));
        Assert.All(page.QuerySelectorAll(".organisation-item"), item => Assert.Contains("Espaces naturels et espaces verts", item.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfAnUnknownDomain_SaysSo()
    {
        var (response, page) = await site.GetAsync("/metiers?domain=nulle-part");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Domaine professionnel : la valeur « nulle-part » n’existe pas.", page.Alert());
    }

    [Theory]
    [InlineData("/metiers/I1602", "Les formations qui y mènent", "Niveau 3 (CAP)")]
    [InlineData("/en/metiers/I1602", "Qualifications that lead to it", "Level 3 (CAP)")]
    public async Task Occupation_Known_ShowsTheQualificationsThatLeadToItByLevel(string address, string title, string level)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.GetElementById("qualifications-title")!.TextContent);
        Assert.Equal(level, page.QuerySelector("h3")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href$='/formations/cap-aeronautique-option-avionique']"));
        Assert.NotNull(page.QuerySelector("a[href*='/signaler?page=/metiers/I1602']"));
    }

    [Fact]
    public async Task Occupation_InSmallLetters_IsThePageOfItsOneAddress()
    {
        var (response, page) = await site.GetAsync("/en/metiers/i1602");

        if (response.StatusCode == HttpStatusCode.Redirect)
        {
            (_, page) = await site.GetAsync(response.Headers.Location!.OriginalString);
        }

        Assert.EndsWith("/en/metiers/I1602", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Occupation_ToWhichNothingLeads_SaysSo()
    {
        await using var app = await WebApp.WithAsync([.. TestData.Territories(), TestData.Occupation("G1602", "Cuisinier")]);
        using var visitor = app.NewClient();

        var page = await (await visitor.GetAsync("/metiers/G1602", TestContext.Current.CancellationToken)).ReadPageAsync();

        Assert.Contains("Le registre ne connaît aucune formation qui y mène.", page.Text(), StringComparison.Ordinal);
    }
}
