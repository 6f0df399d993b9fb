using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Labels;

/// <summary>The dated register of labels: every known period, and what it is on the day chosen.</summary>
public sealed class IndexModel(CurrentRegister current, Texts texts, TimeProvider clock) : PageModel
{
    public AddressFilters Filters { get; private set; } = null!;

    public LabelFilter Filter { get; private set; } = null!;

    public NetworkRegister Register { get; private set; } = null!;

    /// <summary>The day asked, or today.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The latest start first.</summary>
    public IReadOnlyList<LabelOnDay> Rows { get; private set; } = [];

    /// <summary>Campuses that a source names as labelled and of which no period is known: they have no row.</summary>
    public int Undated { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Register = await current.GetAsync(ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Filter = new LabelFilter
        {
            AsOf = Filters.Day("date"),
            Category = Filters.OneOf<LabelCategory>("category", texts["network.search.category"]),
            AnyState = Filters.Known("status", texts["network.search.status"], ["all"]) is not null,
            Campuses = new CampusFilter
            {
                Region = Filters.Known("region", texts["network.search.region"], Register.Regions.Select(region => region.Code)),
            },
        };
        Day = Filter.AsOf ?? clock.Today();
        Rows = [.. Filter.Apply(Register, Day).OrderByDescending(row => row.Period.Start)];
        Undated = (Filter.Campuses with { AnyState = true }).Apply(Register, Day)
            .Count(item => item.Campus is { IsNamedAsLabelled: true, LabelPeriods.Count: 0 });
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
