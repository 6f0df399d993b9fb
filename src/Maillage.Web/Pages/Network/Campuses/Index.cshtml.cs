using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Map;
using Maillage.Web.Components.Network;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Campuses;

/// <summary>The directory of campuses: filters, map and list, today or on any day.</summary>
public sealed class IndexModel(CurrentRegister current, FranceMap map, IReadOnlyList<NationalCount> counts, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>More than the network has today: a bound on one answer.</summary>
    public const int PageSize = 100;

    public NetworkRegister Register { get; private set; } = null!;

    public AddressFilters Address { get; private set; } = null!;

    public CampusFilter Filter { get; private set; } = null!;

    /// <summary>Everything that was found; the page shows a part of it.</summary>
    public IReadOnlyList<CampusOnDay> Found { get; private set; } = [];

    public int PageNumber { get; private set; }

    public CampusListing Listing { get; private set; } = null!;

    public RegisterCoverage Coverage { get; private set; } = null!;

    /// <summary>Whether anything narrows the list, or was meant to.</summary>
    public bool IsNarrowed => Filter != new CampusFilter() || !ModelState.IsValid;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today();
        Register = await current.GetAsync(ct);
        Address = new AddressFilters(Request.Query, ModelState, texts);
        Filter = Address.Campuses(Register, texts);
        PageNumber = Address.Page();
        Found = Filter.Apply(Register, today);
        Listing = new CampusListing([.. Found.Skip((PageNumber - 1) * PageSize).Take(PageSize)], map.PlacesOf(Register), map);
        Coverage = RegisterCoverage.Of(Register, counts, Filter.AsOf ?? today);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
