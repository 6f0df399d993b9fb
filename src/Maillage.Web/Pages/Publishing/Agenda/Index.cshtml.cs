using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Agenda;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>The agenda of a campus for its team, drafts included.</summary>
[Needs(Permission.EditCampus)]
public sealed class IndexModel(OpenCampus open, ReadAgenda agenda, Texts texts) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public IReadOnlyList<AgendaEvent> Events { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public bool Removed { get; private set; }

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = EditModel.SaidName)] string? said, CancellationToken ct)
    {
        Opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        Removed = said == "removed";
        Number = new AddressFilters(Request.Query, ModelState, texts).Page();
        (Events, Total) = (await agenda.OfTeamAsync(Opened, Number, ct), await agenda.CountAsync(Opened, ct));
    }
}
