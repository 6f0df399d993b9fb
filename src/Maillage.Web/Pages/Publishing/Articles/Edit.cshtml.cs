using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Network.Workspace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>Writes an article: seen as it will be read before it is saved, in draft or for everyone, with what it said before.</summary>
[Needs(Permission.EditCampus)]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
[RequestFormLimits(ValueLengthLimit = 200_000)]
public sealed class EditModel(OpenCampus open, ReadArticles articles, WriteArticle write, TimeProvider clock, Texts texts) : PageModel
{
    public const string SaidName = "fait";

    public OpenedCampus Opened { get; private set; } = null!;

    /// <summary>As it is; null for one that is being begun.</summary>
    public Article? Article { get; private set; }

    public ArticleKind Kind { get; private set; }

    public ArticleForm Typed { get; private set; } = new(null, null, null, null, null, null, null, null, null, 0);

    public IReadOnlyList<SeenVersion> Versions { get; private set; } = [];

    /// <summary>Whether what was typed is shown as it will be read.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Someone else has changed the article since it was read.</summary>
    public bool Meanwhile { get; private set; }

    public string? Said { get; private set; }

    /// <summary>Where everyone reads it; null while it is a draft.</summary>
    public string? PublicAddress => Article is { } article && article.IsPublishedOn(clock.Today()) ? NewsItemModel.AddressOf(Opened.Campus.Slug, article) : null;

    public static string AddressOfNew(Guid campusId, ArticleKind kind) => $"{CampusSections.AddressOf(campusId, CampusSections.Articles)}/texte?nature={kind.ToCode()}";

    public static string AddressOf(Guid campusId, Guid articleId) => $"{CampusSections.AddressOf(campusId, CampusSections.Articles)}/texte/{articleId}";

    public string AddressOf(ArticleVersion version) => $"{AddressOf(Opened.Campus.CampusId, version.ArticleId)}/versions/{version.Number}";

    public async Task OnGetAsync([FromRoute] Guid id, [FromRoute] Guid? articleId, [FromQuery(Name = "nature")] string? kind, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "saved" or "taken_up" ? said : null;
        await ShowAsync(id, articleId, kind, null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] Guid? articleId, [FromQuery(Name = "nature")] string? kind, [FromForm] ArticleForm typed, IFormFile? file, CancellationToken ct)
    {
        var (actor, input) = (HttpContext.Actor(), await typed.InputAsync(file, ct));
        Problem? problem;
        if (articleId is { } known)
        {
            problem = await write.ChangeAsync(actor, id, known, input, ct) is { Failed: true } refused ? refused.Problem : null;
        }
        else
        {
            var added = await write.AddAsync(actor, id, KindOf(kind), input, ct);
            (problem, articleId) = (added.Failed ? added.Problem : null, added.Failed ? null : added.Value);
        }

        if (problem is null)
        {
            return Redirect(Url.Content("~" + AddressOf(id, articleId!.Value)) + QueryString.Create(SaidName, "saved"));
        }

        ModelState.Clear();
        ModelState.Add(problem, texts);
        Meanwhile = problem == PublishingProblems.ChangedMeanwhile;
        Response.StatusCode = Meanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(id, articleId, kind, typed, ct);
        return Page();
    }

    /// <summary>Shows what was typed as it will be read, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([FromRoute] Guid id, [FromRoute] Guid? articleId, [FromQuery(Name = "nature")] string? kind, [FromForm] ArticleForm typed, CancellationToken ct)
    {
        ModelState.Clear();
        IsPreview = true;
        await ShowAsync(id, articleId, kind, typed, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromRoute] Guid? articleId, CancellationToken ct)
    {
        await write.RemoveAsync(HttpContext.Actor(), id, articleId ?? throw new NotFound("The article"), ct);
        return Redirect(Url.Content("~" + CampusSections.AddressOf(id, CampusSections.Articles)) + QueryString.Create(SaidName, "removed"));
    }

    private async Task ShowAsync(Guid id, Guid? articleId, string? kind, ArticleForm? typed, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Opened = await open.ForTeamAsync(actor, id, ct);
        if (articleId is { } known)
        {
            (Article, var version) = await write.ReadAsync(actor, id, known, ct);
            Kind = Article.Kind;
            Versions = await articles.VersionsAsync(Article, ct);
            // Who was told that it changed has now seen it: to save again is to mean it.
            Typed = typed is null ? ArticleForm.Of(Article, version) : Meanwhile ? typed with { Version = version } : typed;
            return;
        }

        (Kind, Typed) = (KindOf(kind), typed ?? Typed);
    }

    private static ArticleKind KindOf(string? kind) => EnumCode.TryParse<ArticleKind>(kind, out var known) ? known : ArticleKind.News;
}
