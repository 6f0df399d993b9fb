using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Site;

/// <summary>The words of the product, in the language of the page with their name in the other one.</summary>
public sealed class GlossaryModel(Glossary glossary, Texts texts) : PageModel
{
    public AddressFilters Filters { get; private set; } = null!;

    /// <summary>What is looked for; null for the whole glossary.</summary>
    public string? Text { get; private set; }

    public IReadOnlyList<GlossaryTheme> Themes { get; private set; } = [];

    public int Count => Themes.Sum(theme => theme.Terms.Count);

    public void OnGet()
    {
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Text = Filters.Text("q", Glossary.TextMaxLength);
        // By name within a theme: both languages have their own order.
        Themes = [.. glossary.Search(Text).Select(theme => theme with
        {
            Terms = [.. theme.Terms.OrderBy(term => term.Name.In(Language.Current), StringComparer.CurrentCultureIgnoreCase)],
        })];
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
