using Maillage.Network.Register;
using Maillage.Publishing.Articles;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Articles;

/// <summary>The news of one campus, or of every campus.</summary>
public sealed class NewsModel(CurrentRegister current, ReadArticles articles, Texts texts) : PageModel
{
    public const string Address = "/actualites";

    /// <summary>Null on the page of every campus.</summary>
    public CampusRecord? Campus { get; private set; }

    /// <summary>Each news item, and the campus that says it.</summary>
    public IReadOnlyList<(Article Article, CampusRecord Campus)> News { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public string Feed => Campus is null ? Address + ".atom" : AddressOf(Campus.Slug) + ".atom";

    public static string AddressOf(string campusSlug) => $"/campus/{campusSlug}{Address}";

    public async Task OnGetAsync(string? slug, CancellationToken ct)
    {
        var filters = new AddressFilters(Request.Query, ModelState, texts);
        var register = await current.GetAsync(ct);
        Campus = slug is null ? null : register.Campus(slug) ?? throw new NotFound("The campus");
        Number = filters.Page();
        (var news, Total) = await articles.NewsAsync(Campus is null ? null : [Campus.CampusId], Number, ReadArticles.PageSize, ct);
        News = [.. news.Select(article => (article, register.Campus(article.CampusId)!))];
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
