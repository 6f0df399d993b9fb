using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Maillage.Network.Register;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Pages.Publishing.Articles;

namespace Maillage.Web.Hosting;

/// <summary>News as readers of feeds follow them (Atom, RFC 4287).</summary>
public static class Feeds
{
    private const string ContentType = "application/atom+xml";

    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet(NewsModel.Address + ".atom", (HttpRequest request, CurrentRegister current, ReadArticles articles, SiteAddress site, Texts texts, CancellationToken ct) =>
            AnswerAsync(null, request, current, articles, site, texts, ct)).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
        app.MapGet("/campus/{slug}" + NewsModel.Address + ".atom", (string slug, HttpRequest request, CurrentRegister current, ReadArticles articles, SiteAddress site, Texts texts, CancellationToken ct) =>
            AnswerAsync(slug, request, current, articles, site, texts, ct)).AllowAnonymous().ExcludeFromDescription().CacheOutput(PublicCache.Name);
    }

    private static async Task<IResult> AnswerAsync(string? slug, HttpRequest request, CurrentRegister current, ReadArticles articles, SiteAddress site, Texts texts, CancellationToken ct)
    {
        var (register, language) = (await current.GetAsync(ct), Language.Current);
        var campus = slug is null ? null : register.Campus(slug) ?? throw new NotFound("The campus");
        var (news, _) = await articles.NewsAsync(campus is null ? null : [campus.CampusId], page: 1, ReadArticles.PageSize, ct);
        var page = site.Of(language, campus is null ? NewsModel.Address : NewsModel.AddressOf(campus.Slug));
        var feed = new SyndicationFeed(
            campus is null ? texts["publishing.news.title"] : texts["publishing.news.of", campus.Name], texts["publishing.news.about"], new Uri(page), page,
            news.Count == 0 ? DateTimeOffset.UnixEpoch : new DateTimeOffset(news.Max(article => article.UpdatedAt)))
        {
            Language = language,
            Items = news.Select(article => Item(article, register.Campus(article.CampusId)!, site, language)).ToList(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(site.Of(language, request.OriginalPath())), ContentType));
        await using var written = new MemoryStream();
        await using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            feed.GetAtom10Formatter().WriteTo(writer);
        }

        return Results.Bytes(written.ToArray(), $"{ContentType}; charset=utf-8");
    }

    private static SyndicationItem Item(Article article, CampusRecord campus, SiteAddress site, string language)
    {
        var item = new SyndicationItem(
            article.Title.In(language), new TextSyndicationContent(MarkdownTagHelper.Render(article.Body.In(language), 1), TextSyndicationContentKind.Html),
            new Uri(site.Of(language, NewsItemModel.AddressOf(campus.Slug, article))), $"urn:uuid:{article.ArticleId}", new DateTimeOffset(article.UpdatedAt))
        {
            PublishDate = new DateTimeOffset(ParisClock.StartOf(article.PublishedOn!.Value)),
        };
        item.Authors.Add(new SyndicationPerson { Name = campus.Name });
        return item;
    }
}
