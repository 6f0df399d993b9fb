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
    [InlineData("/recherche?q=nautizme", "Rechercher", "3 résultats", "/campus/nautisme-pays-de-la-loire")]
    [InlineData("/en/recherche?q=nautizme", "Search", "3 results", "/en/campus/nautisme-pays-de-la-loire")]
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
        Assert.Contains("Essayer moins de mots", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("/glossaire?q=licorne%20martienne", page.QuerySelectorAll(".fr-callout a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/recherche?q=lyc%C3%A9e+pr%C3%A8s+de+Saint-Nazaire", "Autour de Saint-Nazaire (Loire-Atlantique), à 20 km au plus.")]
    [InlineData("/recherche?q=lyc%C3%A9e+44600", "Autour de Saint-Nazaire (Loire-Atlantique), à 20 km au plus.")]
    [InlineData("/recherche?q=lyc%C3%A9e+%C3%A0+50+km+de+Saint-Nazaire", "Autour de Saint-Nazaire (Loire-Atlantique), à 50 km au plus.")]
    [InlineData("/recherche?q=lyc%C3%A9e&near=st+nazaire", "Autour de Saint-Nazaire (Loire-Atlantique), à 20 km au plus.")]
    [InlineData("/en/recherche?q=lyc%C3%A9e&near=44600", "Around Saint-Nazaire (Loire-Atlantique), within 20 km.")]
    public async Task Search_NearACommune_SaysWhichAndHowFarEachIs(string address, string where)
    {
        var (response, page) = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(where, page.QuerySelector(".search-place")!.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(Links(page));
        Assert.All(page.QuerySelectorAll(".search-hit"), hit => Assert.Contains(" km", hit.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_NearAnUnknownPlace_SaysSoAndKeepsWhatWasTyped()
    {
        var (said, page) = await site.GetAsync("/recherche?q=lyc%C3%A9e+pr%C3%A8s+de+Nullepart");
        var (named, second) = await site.GetAsync("/recherche?q=lyc%C3%A9e&near=Nullepart");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (said.StatusCode, named.StatusCode));
        Assert.All([page, second], each => Assert.Contains("« Nullepart »", each.Text(), StringComparison.Ordinal));
        Assert.Equal("lycée près de Nullepart", page.GetElementById("q")!.GetAttribute("value"));
        Assert.Equal("Nullepart", second.GetElementById("near")!.GetAttribute("value"));
        Assert.NotEmpty(Links(page));
    }

    [Fact]
    public async Task Search_NarrowedByALink_CanBeWidenedAgain()
    {
        var (_, page) = await site.GetAsync("/recherche?q=lyc%C3%A9e");
        var narrow = page.QuerySelectorAll("#facets a").Select(link => link.GetAttribute("href")!).First(href => href.Contains("region=52", StringComparison.Ordinal));

        var (response, narrowed) = await site.GetAsync(narrow);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/recherche?q=lyc%C3%A9e", narrowed.QuerySelector("#facets [aria-current]")!.GetAttribute("href"));
        Assert.Contains(narrowed.QuerySelectorAll("#facets a"), link => link.GetAttribute("href")!.Contains("region=53", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q=%00%01%1f")]
    [InlineData("q=%2B-%26%7C%21%28%29%7B%7D%5B%5D%5E%22~*%3F%3A%5C%2F+AND+OR+NOT")]
    [InlineData("q=title%3A*+%5BA+TO+B%5D")]
    [InlineData("near=abc")]
    [InlineData("near=,")]
    [InlineData("near=99,99")]
    [InlineData("radiusKm=-1")]
    [InlineData("radiusKm=1e308")]
    [InlineData("page=1000000000")]
    [InlineData("page=99999999999999999999")]
    [InlineData("level=12")]
    [InlineData("campus=..%2F..")]
    [InlineData("q=%ED%A0%80&near=%EF%BF%BE")]
    [InlineData("q=pr%C3%A8s+de")]
    public async Task Search_WithWhatNobodyShouldSend_Answers(string query)
    {
        foreach (var path in (string[])["/recherche?", "/en/recherche?", "/api/v1/search?", "/api/v1/suggest?"])
        {
            using var response = await site.Client.GetAsync(path + query, Ct);

            Assert.True((int)response.StatusCode < 500, $"{path}{query}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Search_OfTenThousandCharacters_IsRefusedWithASentence()
    {
        var words = new string('x', 10_000);

        var (response, page) = await site.GetAsync("/recherche?q=" + words);
        using var api = await site.Client.GetAsync("/api/v1/search?q=" + words, Ct);

        Assert.Equal((HttpStatusCode.RequestUriTooLong, HttpStatusCode.RequestUriTooLong), (response.StatusCode, api.StatusCode));
        Assert.NotEmpty(page.Text());
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
        Assert.Equal("nautizme", answer.GetProperty("corrections")[0].GetProperty("typed").GetString());
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
