using System.Globalization;
using System.Xml.Linq;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Hosting;

/// <summary>What search engines read: every public page, in both languages, with the day of its last change.</summary>
public static class Crawlers
{
    // The protocol's own bound on one file.
    private const int MaxAddresses = 50_000;
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Fixed = ["/", "/campus", "/regions", "/organisations", "/labels", "/glossaire", "/donnees", "/accessibilite", "/mentions-legales"];

    public static void MapCrawlers(this WebApplication app)
    {
        app.MapGet("/robots.txt", (HttpRequest request) =>
            Results.Text($"User-agent: *\nDisallow: /signaler\nDisallow: /en/signaler\nSitemap: {request.Absolute("/sitemap.xml")}\n"))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sitemap.xml", async (HttpRequest request, CurrentRegister current, MaillageDb db, CancellationToken ct) =>
        {
            var register = await current.GetAsync(ct);
            var organisations = await db.Organisations.OrderBy(row => row.Slug).Take(MaxAddresses / 2)
                .Select(row => new { row.Slug, row.UpdatedAt }).ToListAsync(ct);
            IEnumerable<(string Path, DateTime? ChangedAt)> pages =
            [
                .. Fixed.Select(path => (path, (DateTime?)null)),
                .. register.Campuses.Select(campus => ($"/campus/{campus.Slug}", (DateTime?)campus.UpdatedAt)),
                .. register.Regions.Select(region => ($"/regions/{region.Slug}", (DateTime?)null)),
                .. organisations.Select(row => ($"/organisations/{row.Slug}", (DateTime?)row.UpdatedAt)),
            ];
            var urls = pages.Take(MaxAddresses / 2).SelectMany(page => new[] { "", Language.EnglishPrefix }.Select(prefix => Url(request, prefix, page.Path, page.ChangedAt)));
            return Results.Text(new XElement(Sitemap + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html), urls).ToString(SaveOptions.DisableFormatting), "application/xml");
        }).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
    }

    private static XElement Url(HttpRequest request, string prefix, string path, DateTime? changedAt) => new(Sitemap + "url",
        new XElement(Sitemap + "loc", request.Absolute(prefix + path)),
        changedAt is { } instant ? new XElement(Sitemap + "lastmod", ParisClock.DayOf(instant).ToString("O", CultureInfo.InvariantCulture)) : null,
        Alternate(request, Language.French, path),
        Alternate(request, Language.English, Language.EnglishPrefix + path));

    private static XElement Alternate(HttpRequest request, string language, string path) => new(Html + "link",
        new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", request.Absolute(path)));
}
