using System.Globalization;
using Maillage.Publishing.Articles;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>The form of an article, as typed.</summary>
public sealed record ArticleForm(string? TitleFr, string? TitleEn, string? BodyFr, string? BodyEn, string? State, string? PublishOn, string? AltFr, string? AltEn, string? WithoutPicture, int Version)
{
    public const string Published = "published";

    /// <summary>What the form of an article begins with.</summary>
    public static ArticleForm Of(Article article, int version) => new(
        article.Title.Fr, article.Title.En, article.Body.Fr, article.Body.En, article.PublishedOn is null ? null : Published,
        article.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), article.PictureAlt?.Fr, article.PictureAlt?.En, null, version);

    public async Task<WriteArticle.Input> InputAsync(IFormFile? file, CancellationToken ct) => new()
    {
        TitleFr = TitleFr,
        TitleEn = TitleEn,
        BodyFr = BodyFr,
        BodyEn = BodyEn,
        IsPublished = State == Published,
        PublishOn = PublishOn,
        Picture = await UploadedFile.ReadAsync(file, ct) is { } content ? new WriteArticle.SentPicture(file!.FileName, content) : null,
        RemovesPicture = WithoutPicture is not null,
        AltFr = AltFr,
        AltEn = AltEn,
        Version = Version,
    };
}
