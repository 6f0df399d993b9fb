using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>What a campus says to everyone: its presentation and its news, drafts included, for its team.</summary>
[Needs(Permission.EditCampus)]
public sealed class IndexModel(OpenCampus open, ReadArticles articles, TimeProvider clock) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public bool Removed { get; private set; }

    public string AddressOf(Article article) => EditModel.AddressOf(Opened.Campus.CampusId, article.ArticleId);

    public string AddressOfNew(ArticleKind kind) => EditModel.AddressOfNew(Opened.Campus.CampusId, kind);

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = EditModel.SaidName)] string? said, CancellationToken ct)
    {
        Removed = said == "removed";
        Opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        Articles = await articles.OfTeamAsync(Opened, ct);
    }
}
