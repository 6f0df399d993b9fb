using System.Net;
using Maillage.Network.Territories;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Web.Tests.Search;

/// <summary>One field, « near », read alike on every page that has it.</summary>
public sealed class NearFieldTests(SitePages site)
{
    public static TheoryData<string> Pages => ["/recherche?q=soudage", "/parcours?fromLevel=3", "/organisations?", "/formations/{offered}?"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Commune_Unknown_IsSaidAtTheFieldAndKept(string page)
    {
        var (response, html) = await site.GetAsync(await AddressAsync(page, "Sainte-Nulle-Part"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Nous ne connaissons ni commune ni code postal « Sainte-Nulle-Part »", html.Alert(), StringComparison.Ordinal);
        Assert.Equal("#near", html.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("Sainte-Nulle-Part", html.QuerySelector("main #near")!.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Point_OutOfTheEarth_IsSaidAtTheField(string page)
    {
        var (response, html) = await site.GetAsync(await AddressAsync(page, "91, 0"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Le lieu « 91, 0 » n’est pas compris", html.Alert(), StringComparison.Ordinal);
        Assert.Equal("#near", html.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Postcode_OrPoint_IsUnderstood(string page)
    {
        foreach (var near in (string[])["44600", "47.27,-2.21", "saint nazaire 44600"])
        {
            var (response, html) = await site.GetAsync(await AddressAsync(page, near));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null(html.Alert());
        }
    }

    [Theory]
    [InlineData("/recherche?q=voile")]
    [InlineData("/organisations?kind=lycee_pro")]
    public async Task Name_OfSeveralCommunes_OffersTheOthers(string page)
    {
        await using var app = await WebApp.WithAsync(
        [
            .. TestData.Territories(), Department("44", "Loire-Atlantique"), Department("49", "Maine-et-Loire"),
            Commune("44001", "44", 47.2, -1.5, 1_000), Commune("49001", "49", 47.4, -0.5, 2_000),
        ]);
        using var visitor = app.NewClient();

        using var response = await visitor.GetAsync(page + "&near=saint-denis", TestContext.Current.CancellationToken);
        var link = Assert.Single((await response.ReadPageAsync()).QuerySelectorAll(".search-place .milestones a"));
        using var followed = await visitor.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);

        Assert.Equal("Saint-Denis (Loire-Atlantique)", link.TextContent.Trim());
        Assert.EndsWith("near=Saint-Denis%2044001", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
        Assert.Empty((await followed.ReadPageAsync()).QuerySelectorAll(".search-place .milestones a"));
    }

    private static Department Department(string code, string name) => new() { Code = code, Name = name, RegionCode = "52" };

    private static Commune Commune(string code, string department, double latitude, double longitude, int population) => new()
    {
        Code = InseeCode.Parse(code),
        Name = "Saint-Denis",
        FoldedName = "saint-denis",
        DepartmentCode = department,
        Postcodes = $"{code[..2]}001",
        Population = population,
        Latitude = latitude,
        Longitude = longitude,
    };

    [Fact]
    public async Task Organisations_NearACommune_AreExportedAroundItsPoint()
    {
        var (_, html) = await site.GetAsync("/organisations?near=Nantes&kind=lycee_pro");

        var export = html.QuerySelectorAll(".result-line__exports a").Select(link => link.GetAttribute("href")!).First(address => address.Contains(".csv", StringComparison.Ordinal));
        Assert.Matches(@"near=47\.\d+(,|%2C)-1\.\d+", export);
        using var response = await site.Client.GetAsync(export, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<string> AddressAsync(string page, string near)
    {
        if (page.Contains("{offered}", StringComparison.Ordinal))
        {
            var offers = await site.Client.GetStringAsync("/api/v1/training-offers?pageSize=1", TestContext.Current.CancellationToken);
            using var json = System.Text.Json.JsonDocument.Parse(offers);
            page = page.Replace("{offered}", json.RootElement.GetProperty("items")[0].GetProperty("qualification").GetProperty("slug").GetString(), StringComparison.Ordinal);
        }

        return $"{page}&near={Uri.EscapeDataString(near)}";
    }
}
