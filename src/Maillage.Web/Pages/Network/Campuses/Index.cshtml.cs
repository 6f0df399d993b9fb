using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components.Map;
using Maillage.Web.Components.Network;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Campuses;

/// <summary>The directory of campuses: filters, map and list, today or on any day.</summary>
public sealed class IndexModel(CurrentRegister current, FranceMap map, IReadOnlyList<NationalCount> counts, Texts texts, TimeProvider clock) : PageModel
{
    public NetworkRegister Register { get; private set; } = null!;

    public CampusSearch Search { get; private set; } = null!;

    public CampusListing Listing { get; private set; } = null!;

    /// <summary>The day asked, or today.</summary>
    public DateOnly Day { get; private set; }

    public RegisterCoverage Coverage { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today();
        Register = await current.GetAsync(ct);
        Search = CampusSearch.Read(Request.Query, ModelState, Register, texts);
        Day = Search.Filter.AsOf ?? today;
        Coverage = RegisterCoverage.Of(Register, counts, Day);
        Listing = new CampusListing(Search.Filter.Apply(Register, today), map.PlacesOf(Register), map);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
