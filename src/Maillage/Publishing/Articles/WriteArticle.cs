using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Files;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Articles;

/// <summary>
/// Writes the presentation and the news of a campus: in draft, for today or for a day to come. What it said before stays and can be
/// taken up again; the second of two people who change it at once is told, and loses nothing typed.
/// </summary>
public sealed class WriteArticle(MaillageDb db, OpenCampus open, CheckFile check, TimeProvider clock)
{
    /// <summary>Articles of one campus.</summary>
    public const int MostArticles = 2_000;

    /// <summary>Longer side of a picture, in pixels: twice the width of the page.</summary>
    private const int PictureSide = 1_600;

    /// <param name="FileName">As the sender calls it.</param>
    /// <param name="Content">Whole.</param>
    public sealed record SentPicture(string? FileName, byte[] Content);

    public sealed record Input
    {
        public string? TitleFr { get; init; }

        public string? TitleEn { get; init; }

        public string? BodyFr { get; init; }

        public string? BodyEn { get; init; }

        /// <summary>Whether everyone is to read it; a draft otherwise.</summary>
        public bool IsPublished { get; init; }

        /// <summary>From which day, in Paris (<c>2026-09-01</c>); nothing for today.</summary>
        public string? PublishOn { get; init; }

        /// <summary>A picture that takes the place of the present one.</summary>
        public SentPicture? Picture { get; init; }

        public bool RemovesPicture { get; init; }

        public string? AltFr { get; init; }

        public string? AltEn { get; init; }

        /// <summary>The version that was read; 0 for a new article.</summary>
        public int Version { get; init; }
    }

    /// <summary>The article as it is, and its version.</summary>
    /// <exception cref="NotFound">No such article in the campus, or not a campus that the actor may change.</exception>
    public async Task<(Article Article, int Version)> ReadAsync(Actor actor, Guid campusId, Guid articleId, CancellationToken ct)
    {
        var article = await FindAsync(actor, campusId, articleId, ct);
        return (article, VersionOf(article));
    }

    /// <summary>Writes a new article.</summary>
    /// <returns>Its identifier.</returns>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid campusId, ArticleKind kind, Input input, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        var words = Words.Of(input);
        if (words.Failed)
        {
            return words.Problem;
        }

        var slugs = await db.Articles.Where(row => row.CampusId == campusId && row.Kind == kind).Select(row => row.Slug).ToListAsync(ct);
        if (slugs.Count >= (kind == ArticleKind.Presentation ? 1 : MostArticles))
        {
            return PublishingProblems.TooManyArticles;
        }

        var article = new Article
        {
            CampusId = campusId,
            Kind = kind,
            Slug = kind == ArticleKind.Presentation ? "" : Slug.Unique(words.Value.Title.Fr, slug => slugs.Contains(slug, StringComparer.Ordinal)),
            Title = words.Value.Title,
            Body = words.Value.Body,
            UpdatedAt = clock.UtcNow(),
        };
        db.Add(article);
        db.Add(NewVersion(article, 1, actor));
        var result = await FillAsync(actor, article, input, words.Value, ct);
        return result.Failed ? result.Problem : article.ArticleId;
    }

    /// <exception cref="NotFound">No such article in the campus, or not a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid campusId, Guid articleId, Input input, CancellationToken ct)
    {
        var article = await FindAsync(actor, campusId, articleId, ct);
        var words = Words.Of(input);
        if (words.Failed)
        {
            return words.Problem;
        }

        if (input.Version != VersionOf(article))
        {
            return PublishingProblems.ChangedMeanwhile;
        }

        await SayAsync(actor, article, words.Value.Title, words.Value.Body, ct);
        return await FillAsync(actor, article, input, words.Value, ct);
    }

    /// <summary>Takes up again what the article said in a version; what it says now stays as a version too.</summary>
    /// <exception cref="NotFound">No such version, article or campus, or not one that the actor may change.</exception>
    public async Task<Result> TakeUpAsync(Actor actor, Guid campusId, Guid articleId, int number, CancellationToken ct)
    {
        var article = await FindAsync(actor, campusId, articleId, ct);
        var version = await db.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == articleId && row.Number == number, ct) ?? throw new NotFound("The version");
        await SayAsync(actor, article, version.Title, version.Body, ct);
        return await SaveAsync(actor, PublishingActs.ArticleTakenUp, ct);
    }

    /// <summary>Removes it, its versions and its picture.</summary>
    /// <exception cref="NotFound">No such article in the campus, or not a campus that the actor may change.</exception>
    public async Task RemoveAsync(Actor actor, Guid campusId, Guid articleId, CancellationToken ct)
    {
        var article = await FindAsync(actor, campusId, articleId, ct);
        await RemovePictureAsync(article, ct);
        db.Remove(article);
        await db.SaveChangesAsync(actor.Doing(PublishingActs.ArticleRemoved), clock, ct);
    }

    /// <summary>Says something else, and keeps it as a version when it differs.</summary>
    private async Task SayAsync(Actor actor, Article article, LocalizedText title, LocalizedText body, CancellationToken ct)
    {
        if (article.Title == title && article.Body == body)
        {
            return;
        }

        (article.Title, article.Body) = (title, body);
        var id = article.ArticleId;
        db.Add(NewVersion(article, await db.ArticleVersions.Where(row => row.ArticleId == id).MaxAsync(row => row.Number, ct) + 1, actor));
    }

    private async Task<Result> FillAsync(Actor actor, Article article, Input input, Words words, CancellationToken ct)
    {
        article.PublishedOn = !input.IsPublished ? null : words.PublishOn ?? clock.Today();
        if (input.Picture is { } sent)
        {
            var picture = await check.ExecuteAsync(sent.FileName, sent.Content, ct, PictureSide);
            if (picture.Failed)
            {
                return picture.Problem;
            }

            if (picture.Value.Size is not { } size)
            {
                return PublishingProblems.NotAPicture;
            }

            await RemovePictureAsync(article, ct);
            article.PictureId = db.Store(picture.Value, actor.AccountId, clock.UtcNow()).StoredFileId;
            (article.PictureWidth, article.PictureHeight) = (size.Width, size.Height);
        }
        else if (input.RemovesPicture)
        {
            await RemovePictureAsync(article, ct);
        }

        if (article.PictureId is not null && words.Alt is null)
        {
            return PublishingProblems.AltMissing;
        }

        article.PictureAlt = article.PictureId is null ? null : words.Alt;
        return await SaveAsync(actor, PublishingActs.ArticleWritten, ct);
    }

    private async Task<Result> SaveAsync(Actor actor, string act, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries<Article>().Where(entry => entry.State is EntityState.Modified || entry.ComplexProperties.Any(text => text.IsModified)))
        {
            entry.Entity.UpdatedAt = clock.UtcNow();
        }

        try
        {
            await db.SaveChangesAsync(actor.Doing(act), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PublishingProblems.ChangedMeanwhile;
        }
    }

    private async Task RemovePictureAsync(Article article, CancellationToken ct)
    {
        if (article.PictureId is { } id)
        {
            db.Remove(await db.StoredFiles.SingleAsync(row => row.StoredFileId == id, ct));
            (article.PictureId, article.PictureWidth, article.PictureHeight, article.PictureAlt) = (null, null, null, null);
        }
    }

    private ArticleVersion NewVersion(Article article, int number, Actor actor) => new()
    {
        ArticleId = article.ArticleId,
        Number = number,
        Title = article.Title,
        Body = article.Body,
        At = clock.UtcNow(),
        AuthorId = actor.AccountId,
    };

    private async Task<Article> FindAsync(Actor actor, Guid campusId, Guid articleId, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        return await db.Articles.SingleOrDefaultAsync(row => row.ArticleId == articleId && row.CampusId == campusId, ct) ?? throw new NotFound("The article");
    }

    private int VersionOf(Article article) => db.Entry(article).Property<int>(TableConventions.Version).CurrentValue;

    /// <summary>What was typed, once it is known to be whole.</summary>
    private sealed record Words(LocalizedText Title, LocalizedText Body, LocalizedText? Alt, DateOnly? PublishOn)
    {
        public static Result<Words> Of(Input input)
        {
            var (titleFr, titleEn) = (TypedText.OneLine(input.TitleFr), TypedText.OneLine(input.TitleEn));
            var (bodyFr, bodyEn) = (TypedText.Lines(input.BodyFr), TypedText.Lines(input.BodyEn));
            var (altFr, altEn) = (TypedText.OneLine(input.AltFr), TypedText.OneLine(input.AltEn));
            var isDay = TypedText.TryDay(input.PublishOn, out var publishOn);
            return titleFr.Length is 0 or > Article.TitleMaxLength ? PublishingProblems.ArticleTitleMissing("titleFr")
                : bodyFr.Length is 0 or > Article.BodyMaxLength ? PublishingProblems.ArticleBodyMissing("bodyFr")
                // A translation is whole or is none.
                : titleEn.Length > Article.TitleMaxLength || (titleEn.Length == 0 && bodyEn.Length > 0) ? PublishingProblems.ArticleTitleMissing("titleEn")
                : bodyEn.Length > Article.BodyMaxLength || (bodyEn.Length == 0 && titleEn.Length > 0) ? PublishingProblems.ArticleBodyMissing("bodyEn")
                : altFr.Length > Article.AltMaxLength || altEn.Length > Article.AltMaxLength ? PublishingProblems.AltMissing
                : input.IsPublished && !isDay ? PublishingProblems.ArticleDayWrong(input.PublishOn)
                : new Words(Text(titleFr, titleEn), Text(bodyFr, bodyEn), altFr.Length == 0 ? null : Text(altFr, altEn), publishOn);
        }

        private static LocalizedText Text(string fr, string en) => new(fr, en.OrNone());
    }
}
