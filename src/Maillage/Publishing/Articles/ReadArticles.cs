using Maillage.Access;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Articles;

/// <summary>A version of an article, and what its author is called.</summary>
public sealed record SeenVersion(ArticleVersion Version, string? AuthorName);

/// <summary>The articles of campuses: those that everyone reads, and for a team its own with their drafts and versions.</summary>
public sealed class ReadArticles(MaillageDb db, OpenCampus open, TimeProvider clock)
{
    /// <summary>News on one page.</summary>
    public const int PageSize = 20;

    /// <summary>Versions that are shown of one article, the latest.</summary>
    public const int MostVersions = 100;

    /// <summary>What the campus says of itself to everyone; null when it says nothing.</summary>
    public Task<Article?> PresentationAsync(Guid campusId, CancellationToken ct) =>
        Public(ArticleKind.Presentation).SingleOrDefaultAsync(row => row.CampusId == campusId, ct);

    /// <summary>The news that everyone reads, the latest first.</summary>
    /// <param name="campusIds">Of these campuses; null for all of them.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">How many a page has.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Those of the page, and how many there are.</returns>
    public async Task<(IReadOnlyList<Article> News, int Total)> NewsAsync(IReadOnlyCollection<Guid>? campusIds, int page, int size, CancellationToken ct)
    {
        var news = Public(ArticleKind.News);
        if (campusIds is not null)
        {
            news = news.Where(row => campusIds.Contains(row.CampusId));
        }

        var total = await news.CountAsync(ct);
        var first = (page - 1) * size;
        return total <= first ? ([], total) : (await news
            .OrderByDescending(row => row.PublishedOn).ThenByDescending(row => row.ArticleId)
            .Skip(first).Take(size).ToListAsync(ct), total);
    }

    /// <summary>Every news item that everyone reads, without what it says, for the list of pages.</summary>
    public async Task<IReadOnlyList<(Guid CampusId, string Slug, DateTime UpdatedAt)>> AddressesAsync(CancellationToken ct) =>
        (await Public(ArticleKind.News).OrderByDescending(row => row.ArticleId).Select(row => new { row.CampusId, row.Slug, row.UpdatedAt }).ToListAsync(ct)).ConvertAll(row => (row.CampusId, row.Slug, row.UpdatedAt));

    /// <summary>One news item that everyone reads; null when there is none.</summary>
    public Task<Article?> NewsItemAsync(Guid campusId, string slug, CancellationToken ct) =>
        Public(ArticleKind.News).SingleOrDefaultAsync(row => row.CampusId == campusId && row.Slug == slug, ct);

    /// <summary>Every article of a campus, drafts included, for its team: the presentation, then the news, the latest first.</summary>
    public async Task<IReadOnlyList<Article>> OfTeamAsync(OpenedCampus opened, CancellationToken ct)
    {
        var id = opened.Campus.CampusId;
        return await db.Articles.AsNoTracking().Where(row => row.CampusId == id)
            .OrderBy(row => row.Kind).ThenByDescending(row => row.ArticleId).Take(WriteArticle.MostArticles).ToListAsync(ct);
    }

    /// <summary>What an article said, the latest first.</summary>
    public async Task<IReadOnlyList<SeenVersion>> VersionsAsync(Article article, CancellationToken ct)
    {
        var id = article.ArticleId;
        var accounts = db.Accounts;
        var versions = await db.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == id).OrderByDescending(row => row.Number).Take(MostVersions).ToListAsync(ct);
        var authors = versions.Select(row => row.AuthorId).OfType<Guid>().Distinct().ToList();
        var names = await accounts.Where(row => authors.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        return [.. versions.Select(row => new SeenVersion(row, row.AuthorId is { } author ? names.GetValueOrDefault(author) : null))];
    }

    /// <summary>The picture of an article that everyone reads; that of a draft for who may change its campus.</summary>
    /// <returns>What it is, what it holds, and whether everyone may see it.</returns>
    /// <exception cref="NotFound">No such picture, or not one that the actor may see.</exception>
    public async Task<(StoredFile File, byte[] Content, bool IsPublic)> PictureAsync(Actor actor, Guid pictureId, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.PictureId == pictureId, ct) ?? throw new NotFound("The picture");
        var isPublic = article.IsPublishedOn(clock.Today());
        if (!isPublic)
        {
            await open.ForTeamAsync(actor, article.CampusId, ct);
        }

        var file = await db.StoredFiles.AsNoTracking().SingleAsync(row => row.StoredFileId == pictureId, ct);
        return (file, await db.StoredContents.Where(row => row.StoredFileId == pictureId).Select(row => row.Bytes).SingleAsync(ct), isPublic);
    }

    private IQueryable<Article> Public(ArticleKind kind)
    {
        var today = clock.Today();
        return db.Articles.AsNoTracking().Where(row => row.Kind == kind && row.PublishedOn <= today);
    }
}
