using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>What an article said, compared line by line with what it says now; it can be taken up again.</summary>
[Needs(Permission.EditCampus)]
public sealed class VersionModel(OpenCampus open, ReadArticles articles, WriteArticle write, Texts texts) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public Article Article { get; private set; } = null!;

    public SeenVersion Seen { get; private set; } = null!;

    /// <summary>From what the version said to what the article says now: in French, then in English where there is some.</summary>
    public IReadOnlyList<DiffPaneModel> Differences { get; private set; } = [];

    public async Task OnGetAsync([FromRoute] Guid id, [FromRoute] Guid articleId, [FromRoute] int number, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Opened = await open.ForTeamAsync(actor, id, ct);
        (Article, _) = await write.ReadAsync(actor, id, articleId, ct);
        Seen = (await articles.VersionsAsync(Article, ct)).FirstOrDefault(seen => seen.Version.Number == number) ?? throw new NotFound("The version");
        Differences = [.. new[] { Language.French, Language.English }
            .Select(language => (Then: Whole(Seen.Version.Title, Seen.Version.Body, language), Now: Whole(Article.Title, Article.Body, language)))
            .Where(pair => pair.Then.Length > 0 || pair.Now.Length > 0)
            .Select(pair => InlineDiffBuilder.Diff(pair.Then, pair.Now))];
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] Guid articleId, [FromRoute] int number, CancellationToken ct)
    {
        var result = await write.TakeUpAsync(HttpContext.Actor(), id, articleId, number, ct);
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + EditModel.AddressOf(id, articleId)) + QueryString.Create(EditModel.SaidName, "taken_up"));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status409Conflict;
        await OnGetAsync(id, articleId, number, ct);
        return Page();
    }

    private static string Whole(LocalizedText title, LocalizedText body, string language) =>
        language == Language.French ? $"{title.Fr}\n\n{body.Fr}" : title.En is null ? "" : $"{title.En}\n\n{body.En}";
}
