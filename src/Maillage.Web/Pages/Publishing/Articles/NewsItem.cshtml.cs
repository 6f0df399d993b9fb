using Maillage.Network.Register;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>One news item of a campus.</summary>
public sealed class NewsItemModel(CurrentRegister current, ReadArticles articles) : PageModel
{
    public CampusRecord Campus { get; private set; } = null!;

    public Article Article { get; private set; } = null!;

    /// <summary>Where everyone reads an article: the presentation on the page of its campus.</summary>
    public static string AddressOf(string campusSlug, Article article) =>
        article.Kind == ArticleKind.Presentation ? $"/campus/{campusSlug}" : $"{NewsModel.AddressOf(campusSlug)}/{article.Slug}";

    public async Task OnGetAsync(string slug, string item, CancellationToken ct)
    {
        Campus = (await current.GetAsync(ct)).Campus(slug) ?? throw new NotFound("The campus");
        Article = await articles.NewsItemAsync(Campus.CampusId, item, ct) ?? throw new NotFound("The news item");
    }
}
