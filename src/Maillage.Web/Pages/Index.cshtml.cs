using Maillage.Network;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Map;
using Maillage.Web.Components.Network;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages;

/// <summary>The home page: search, then the network today or at a date, as a map and as a list.</summary>
public sealed class IndexModel(CurrentRegister current, FranceMap map, IReadOnlyList<NationalCount> counts, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>Days worth a visit: the network grew between them.</summary>
    public static readonly IReadOnlyList<DateOnly> Milestones = [new(2013, 12, 31), new(2016, 12, 31), new(2018, 12, 31), new(2021, 12, 31)];

    public NetworkRegister Register { get; private set; } = null!;

    public AddressFilters Address { get; private set; } = null!;

    /// <summary>The day asked; today when none is.</summary>
    public DateOnly? AsOf { get; private set; }

    public CampusListing Listing { get; private set; } = null!;

    public RegisterCoverage Coverage { get; private set; } = null!;

    /// <summary>The twelve sectors with the number of known campuses in each.</summary>
    public IReadOnlyList<(Sector Sector, int Campuses)> Sectors { get; private set; } = [];

    /// <summary>Campuses that hold, presumably hold, or are cited as holding the Excellence category.</summary>
    public int ExcellenceClaims { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today();
        Register = await current.GetAsync(ct);
        Address = new AddressFilters(Request.Query, ModelState, texts);
        AsOf = Address.Day("date");
        Listing = new CampusListing(new CampusFilter { AsOf = AsOf }.Apply(Register, today), map.PlacesOf(Register), map);
        Coverage = RegisterCoverage.Of(Register, counts, AsOf ?? today);
        var bySector = Register.Campuses.CountBy(campus => campus.Sector.Code).ToDictionary(StringComparer.Ordinal);
        Sectors = [.. Register.Sectors.Select(sector => (sector, bySector.GetValueOrDefault(sector.Code)))];
        ExcellenceClaims = Register.Campuses.Count(campus => campus.ClaimsExcellence);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
