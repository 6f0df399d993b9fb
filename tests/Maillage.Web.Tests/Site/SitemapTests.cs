using System.Net;
using System.Xml.Linq;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Xunit;

namespace Maillage.Web.Tests.Site;

public sealed class SitemapTests(SitePages site)
{
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sitemap_OfTheStarterFacts_HoldsEveryKindOfPageInBothLanguages()
    {
        var paths = await PathsAsync(site.Client, "/sitemap.xml");

        foreach (var path in (string[])["/formations", "/formations/bts-aeronautique", "/metiers/I1602", "/campus", "/organisations/lycee-professionnel-michelet"])
        {
            Assert.Contains(path, paths);
            Assert.Contains("/en" + path, paths);
        }
    }

    [Fact]
    public async Task Sitemap_OfMorePagesThanAFileHolds_IsAnIndexOfFilesThatHoldThemAll()
    {
        await using var app = await WebApp.WithAsync(
            [.. TestData.Territories(), .. Enumerable.Range(0, Sitemap.PagesPerFile).Select(number => TestData.Qualification($"CAP {number}"))]);
        using var client = app.NewClient();

        var files = await PathsAsync(client, "/sitemap.xml");
        var paths = new List<string>();
        foreach (var file in files)
        {
            paths.AddRange(await PathsAsync(client, file));
        }

        Assert.Equal(["/sitemaps/1.xml", "/sitemaps/2.xml"], files);
        Assert.Equal(Sitemap.PagesPerFile, paths.Count(path => path.StartsWith("/formations/cap-", StringComparison.Ordinal)));
        Assert.Equal(paths.Count, paths.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/sitemaps/0.xml")]
    [InlineData("/sitemaps/2.xml")]
    [InlineData("/sitemaps/2147483647.xml")]
    [InlineData("/sitemaps/x.xml")]
    public async Task File_BeyondTheLast_IsNotFound(string address)
    {
        using var response = await site.Client.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/formations/bts-aeronautique?region=53")]
    [InlineData("/en/metiers?domain=alimentaire")]
    [InlineData("/formations/comparer?id=bts-aeronautique&id=cap-boulanger")]
    public async Task Page_WithFilters_NamesItsOneAddressAndItsOtherLanguage(string address)
    {
        var (_, page) = await site.GetAsync(address);

        var path = address.Split('?')[0].Replace("/en/", "/", StringComparison.Ordinal);
        var prefix = address.StartsWith("/en/", StringComparison.Ordinal) ? "/en" : "";
        Assert.EndsWith(prefix + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/en" + path, page.QuerySelector("link[rel=alternate][hreflang=en]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<List<string>> PathsAsync(HttpClient client, string address)
    {
        var file = XDocument.Parse(await client.GetStringAsync(address, Ct));
        return [.. file.Root!.Elements().Select(entry => new Uri(entry.Element(Protocol + "loc")!.Value).AbsolutePath)];
    }
}
