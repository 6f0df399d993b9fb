using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Register;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Catalogue.Qualifications;

/// <summary>The qualifications, by words, level, sector, mode, region or campus.</summary>
public sealed class IndexModel(CurrentRegister currentRegister, CurrentCatalogue currentCatalogue, Texts texts) : PageModel
{
    public const int PageSize = 20;

    public AddressFilters Filters { get; private set; } = null!;

    public QualificationFilter Filter { get; private set; } = null!;

    public NetworkRegister Register { get; private set; } = null!;

    public NationalCatalogue Catalogue { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<QualificationRecord> Shown { get; private set; } = [];

    /// <summary>Where and how a qualification is prepared, among the places and modes asked for.</summary>
    public IReadOnlyList<OfferRecord> OffersOf(QualificationRecord qualification) => [.. Catalogue.OffersOf(qualification).Where(Filter.Includes)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Register = await currentRegister.GetAsync(ct);
        Catalogue = await currentCatalogue.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Filter = Filters.Qualifications(Register, Catalogue, texts);
        var found = Filter.Apply(Catalogue);
        Total = found.Count;
        Number = Filters.PageWithin(Total, PageSize);
        Shown = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
