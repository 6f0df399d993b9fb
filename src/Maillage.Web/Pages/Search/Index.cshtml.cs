using System.Globalization;
using Maillage.Network.Register;
using Maillage.Search;
using Maillage.Web.Components;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Search;

/// <summary>The one box: whatever the site knows, by words, misspelt or unfinished as they may be.</summary>
public sealed class IndexModel(CurrentRegister register, CurrentSearchIndex index, Texts texts) : PageModel
{
    public const int PageSize = 20;

    /// <summary>Radii that the page offers around a place.</summary>
    public static readonly IReadOnlyList<string> Radii = ["5", "10", "20", "50", "100"];

    public AddressFilters Filters { get; private set; } = null!;

    public NetworkRegister Register { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = null!;

    public SearchAnswer Answer { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Register = await register.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Number = Filters.Page();
        var radius = Filters.Known("radiusKm", texts["search.radius"], Radii);
        Query = new SearchQuery
        {
            Text = Filters.Text("q", SearchQuery.TextMaxLength),
            Facets =
            [
                .. Facet(SearchQuery.TypeFacet, FoundPages.Types), .. Facet("sector", Register.Sectors.Select(row => row.Code)),
                .. Facet("region", Register.Regions.Select(row => row.Code)),
            ],
            Near = Filters.Point("near"),
            RadiusKm = radius is null ? SearchQuery.DefaultRadiusKm : double.Parse(radius, CultureInfo.InvariantCulture),
        };
        var current = await index.GetAsync(ct);
        Answer = current.Find(Query, Number, PageSize);
        if (Answer.Hits.Count == 0 && Answer.Total > 0)
        {
            ModelState.AddModelError("", texts["site.filter.bad_page", Number]);
            Number = 1;
            Answer = current.Find(Query, Number, PageSize);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private IEnumerable<(string Facet, string Value)> Facet(string name, IEnumerable<string> values) =>
        Filters.Known(name, texts[$"search.{name}"], values) is { } value ? [(name, value)] : [];
}
