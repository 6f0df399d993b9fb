using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Network.Territories;
using Maillage.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Regions;

/// <summary>The régions académiques, each with its campuses in numbers.</summary>
public sealed class IndexModel(CurrentRegister current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<RegionInNumbers> Regions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var register = await current.GetAsync(ct);
        Regions =
        [
            .. register.Regions.Select(region =>
            {
                var campuses = register.CampusesOf(region);
                return new RegionInNumbers(
                    region,
                    [.. register.Academies.Where(academie => academie.IsCurrent && academie.RegionCode == region.Code)],
                    campuses.Count,
                    campuses.Count(campus => campus.On(today).State.Stands()));
            }),
        ];
    }

    public sealed record RegionInNumbers(AcademicRegion Region, IReadOnlyList<Academie> Academies, int Campuses, int Standing);
}
