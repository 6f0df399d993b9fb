using System.Globalization;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Search;
using Maillage.Web.Components;
using Maillage.Web.Components.Search;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Search;

/// <summary>The one box: whatever the site knows, by words, misspelt or unfinished as they may be, around a place.</summary>
public sealed class IndexModel(CurrentRegister register, CurrentGazetteer gazetteer, CurrentSearchIndex index, Texts texts) : PageModel
{
    public const int PageSize = 20;

    /// <summary>Values of a facet that are shown at once.</summary>
    public const int FewChoices = 6;

    /// <summary>Everything that the address says, in the order in which it is written again.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["q", "near", "radiusKm", SearchQuery.TypeFacet, .. SearchFacets.Names];

    /// <summary>Radii that the page offers around a place.</summary>
    private static readonly IReadOnlyList<string> Radii = ["5", "10", "20", "50", "100", "200"];

    public AddressFilters Filters { get; private set; } = null!;

    public SearchFacets Facets { get; private set; } = null!;

    public AskedPlace Place { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = null!;

    public SearchAnswer Answer { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    /// <summary>Radii to choose from, the one that was typed among them.</summary>
    public IEnumerable<string> RadiusChoices => Radii.Append(Radius).Distinct(StringComparer.Ordinal).OrderBy(radius => int.Parse(radius, CultureInfo.InvariantCulture));

    public string Radius => Query.RadiusKm.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Where nothing was found near: the first wider radius that holds something, or no radius at all.</summary>
    public (string? RadiusKm, int Total)? Elsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var current = await index.GetAsync(ct);
        var network = await register.GetAsync(ct);
        if (current.Revision != network.Revision)
        {
            PublicCache.LeaveOut(HttpContext);
        }

        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Facets = new SearchFacets(network, texts);
        Number = Filters.Page();
        Query = Read(await gazetteer.GetAsync(ct));
        Answer = current.Find(Query, Number, PageSize);
        if (Answer.Hits.Count == 0 && Answer.Total > 0)
        {
            ModelState.AddModelError("", texts["site.filter.bad_page", Number]);
            Number = 1;
            Answer = current.Find(Query, Number, PageSize);
        }

        if (Answer.Total == 0 && Query.Near is not null)
        {
            Elsewhere = Wider(current);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private (string? RadiusKm, int Total)? Wider(SearchIndex current)
    {
        foreach (var radius in Radii)
        {
            var km = double.Parse(radius, CultureInfo.InvariantCulture);
            if (km > Query.RadiusKm && current.Find(Query with { RadiusKm = km }, 1, 1).Total is > 0 and var near)
            {
                return (radius, near);
            }
        }

        return current.Find(Query with { Near = null }, 1, 1).Total is > 0 and var total ? (null, total) : null;
    }

    private SearchQuery Read(Gazetteer communes)
    {
        var text = Filters.Text("q", SearchQuery.TextMaxLength);
        Place = AskedPlace.InFieldOrWords(Filters, text, ModelState, communes, texts);
        var radius = Filters.Known("radiusKm", texts["search.radius"], Radii);
        return new SearchQuery
        {
            Text = Place.Words,
            Near = Place.Point,
            RadiusKm = radius is not null ? double.Parse(radius, CultureInfo.InvariantCulture) : Place.RadiusKm ?? SearchQuery.DefaultRadiusKm,
            Facets =
            [
                .. SearchFacets.Names.Append(SearchQuery.TypeFacet)
                    .Select(facet => (facet, Value: Filters.Known(facet, texts[$"search.{facet}"], Facets.Values(facet))))
                    .Where(asked => asked.Value is not null)
                    .Select(asked => (asked.facet, asked.Value!)),
            ],
        };
    }
}
