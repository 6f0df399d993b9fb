using Maillage.Web.Components;

namespace Maillage.Web.Hosting;

/// <summary>What search engines read: where they may go, and every public page in both languages with the day of its last change.</summary>
public static class Crawlers
{
    private const string SitemapPath = "/sitemap.xml";

    public static void MapCrawlers(this WebApplication app)
    {
        app.MapGet("/robots.txt", (HttpRequest request) =>
            Results.Text($"User-agent: *\nDisallow: /signaler\nDisallow: /en/signaler\nSitemap: {request.Absolute(SitemapPath)}\n"))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet(SitemapPath, async (HttpRequest request, PublicPages pages, CancellationToken ct) =>
        {
            var all = await pages.ReadAsync(ct);
            return all.Count <= Sitemap.PagesPerFile ? Sitemap.Of(all, request) : Sitemap.IndexOf(all, request);
        }).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
        app.MapGet("/sitemaps/{number:int}.xml", async (int number, HttpRequest request, PublicPages pages, CancellationToken ct) =>
        {
            var all = await pages.ReadAsync(ct);
            var part = number < 1 ? [] : all.Skip((int)Math.Min((number - 1L) * Sitemap.PagesPerFile, all.Count)).Take(Sitemap.PagesPerFile).ToList();
            return part.Count == 0 ? Results.NotFound() : Sitemap.Of(part, request);
        }).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
    }
}
