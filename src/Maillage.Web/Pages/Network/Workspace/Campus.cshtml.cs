using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Network.Register;
using Maillage.Shared;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The workspace of one campus: where it stands, and the pages where its life is written.</summary>
[Needs(Permission.ReadCampus)]
public sealed class CampusModel(OpenCampus open, TimeProvider clock) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public CampusOnDay OnDay => Opened.Campus.On(clock.Today());

    public async Task OnGetAsync([FromRoute] Guid id, CancellationToken ct) => Opened = await open.ForMembersAsync(HttpContext.Actor(), id, ct);
}
