using System.Globalization;
using System.Xml.Linq;
using Maillage.Shared;
using Maillage.Web.Components;

namespace Maillage.Web.Hosting;

/// <summary>Public pages in the protocol of sitemaps.org: one file, or an index of several when there are too many.</summary>
public static class Sitemap
{
    /// <summary>Twice as many addresses, one in each language: far below the protocol's bound of 50,000, and a file stays small.</summary>
    public const int PagesPerFile = 4_000;

    private const string ContentType = "application/xml";
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public static IResult Of(IEnumerable<PublicPage> pages, HttpRequest request) => Written(new XElement(
        Protocol + "urlset",
        new XAttribute(XNamespace.Xmlns + "xhtml", Html),
        pages.SelectMany(page => new[] { "", Language.EnglishPrefix }.Select(prefix => Url(request, prefix, page)))));

    public static IResult IndexOf(IReadOnlyList<PublicPage> pages, HttpRequest request) => Written(new XElement(
        Protocol + "sitemapindex",
        Enumerable.Range(1, (pages.Count + PagesPerFile - 1) / PagesPerFile).Select(number => new XElement(
            Protocol + "sitemap",
            new XElement(Protocol + "loc", request.Absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{number}.xml")))))));

    private static IResult Written(XElement root) => Results.Text(root.ToString(SaveOptions.DisableFormatting), ContentType);

    private static XElement Url(HttpRequest request, string prefix, PublicPage page) => new(
        Protocol + "url",
        new XElement(Protocol + "loc", request.Absolute(prefix + page.Path)),
        page.ChangedAt is { } instant ? new XElement(Protocol + "lastmod", ParisClock.DayOf(instant).ToString("O", CultureInfo.InvariantCulture)) : null,
        Alternate(request, Language.French, page.Path),
        Alternate(request, Language.English, Language.EnglishPrefix + page.Path));

    private static XElement Alternate(HttpRequest request, string language, string path) => new(
        Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", request.Absolute(path)));
}
