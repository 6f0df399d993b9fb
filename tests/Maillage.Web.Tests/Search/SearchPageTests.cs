using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Xunit;

namespace Maillage.Web.Tests.Search;

public sealed class SearchPageTests(SitePages site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/recherche?q=nautizme", "Rechercher", "2 résultats", "/campus/nautisme-pays-de-la-loire")]
    [InlineData("/en/recherche?q=nautizme", "Search", "2 results", "/en/campus/nautisme-pays-de-la-loire")]
    public async Task Search_OfAMisspeltWord_FindsWhatWasMeant(string address, string title, string count, string first)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(count, page.GetElementById("results")!.Words());
        Assert.Equal(first, Links(page)[0]);
        Assert.Equal("nautizme", page.GetElementById("q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Search_OfAType_KeepsItsWordsAndOffersTheOthers()
    {
        var (_, page) = await site.GetAsync("/recherche?q=loire&type=region");

        Assert.Equal(["/regions/pays-de-la-loire"], Links(page).Take(1));
        Assert.All(Links(page), link => Assert.StartsWith("/regions/", link, StringComparison.Ordinal));
        Assert.Contains("/recherche?q=loire&type=organisation", page.QuerySelectorAll(".milestones a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/recherche?q=chaudronerie&type=qualification", "/formations/", "Formation")]
    [InlineData("/en/recherche?q=boulangerie&type=occupation", "/en/metiers/", "Occupation")]
    public async Task Search_OfATrainingOrAnOccupation_LeadsToItsPage(string address, string folder, string type)
    {
        var (_, page) = await site.GetAsync(address);

        Assert.NotEmpty(Links(page));
        Assert.All(Links(page), link => Assert.StartsWith(folder, link, StringComparison.Ordinal));
        Assert.Contains(type, page.QuerySelector(".organisation-item")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Links(page)[0]!)).Response.StatusCode);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_SaysWhatToTry()
    {
        var (response, page) = await site.GetAsync("/recherche?q=licorne+martienne");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Essayez moins de mots", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=dragon")]
    [InlineData("region=99")]
    [InlineData("near=ici")]
    [InlineData("page=-1")]
    [InlineData("radiusKm=7")]
    public async Task Search_WithAValueThatMeansNothing_SaysSoAndStillAnswers(string query)
    {
        var (response, page) = await site.GetAsync("/recherche?q=nautisme&" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(Links(page));
        Assert.Equal("nautisme", page.GetElementById("q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Api_Search_GivesTheSameWithItsFacets()
    {
        var answer = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/search?q=nautizme&facets=true", Ct);

        var item = answer.GetProperty("items")[0];
        Assert.Equal("campus", item.GetProperty("type").GetString());
        Assert.Equal("nautisme-pays-de-la-loire", item.GetProperty("id").GetString());
        Assert.EndsWith("/campus/nautisme-pays-de-la-loire", item.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, answer.GetProperty("types").GetProperty("campus").GetInt32());
        Assert.True(answer.GetProperty("facets").TryGetProperty("region", out _));
    }

    [Fact]
    public async Task Api_Suggest_CompletesAWord()
    {
        var answer = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/suggest?q=nauti", Ct);

        Assert.Contains(answer.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == "nautisme-pays-de-la-loire");
        Assert.True(answer.GetProperty("items").GetArrayLength() <= 8);
    }

    [Fact]
    public async Task Api_Search_OfAnUnknownType_IsRefused()
    {
        var response = await site.Client.GetAsync("/api/v1/search?type=dragon", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static List<string?> Links(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".organisation-item__name a").Select(link => link.GetAttribute("href"))];
}
