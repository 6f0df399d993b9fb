using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The campuses in which one works, or of which one's organisation is a member.</summary>
[Needs(Permission.ReadCampus)]
public sealed class CampusesModel(CampusesOfActor campuses) : PageModel
{
    public const string Address = "/espace/campus";

    public IReadOnlyList<CampusRecord> Campuses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Campuses = await campuses.ReadAsync(HttpContext.Actor(), ct);
}
