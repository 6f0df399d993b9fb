using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Register;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Occupations;

/// <summary>The occupations, by words or professional domain.</summary>
public sealed class IndexModel(CurrentCatalogue current, Texts texts) : PageModel
{
    public const int PageSize = 30;

    public AddressFilters Filters { get; private set; } = null!;

    public IReadOnlyList<(string Code, string Name)> Domains { get; private set; } = [];

    public NationalCatalogue Catalogue { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<OccupationRecord> Shown { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Catalogue = await current.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Domains = OccupationFilter.Domains(Catalogue);
        var filter = new OccupationFilter
        {
            Text = Filters.Text("q", OccupationFilter.TextMaxLength),
            Domain = Filters.Known("domain", texts["catalogue.occupations.domain"], Domains.Select(domain => domain.Code)),
        };
        var found = filter.Apply(Catalogue);
        Total = found.Count;
        Number = Filters.PageWithin(Total, PageSize);
        Shown = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
