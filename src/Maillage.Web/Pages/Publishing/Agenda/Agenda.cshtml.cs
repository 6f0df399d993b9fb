using Maillage.Network.Register;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>The agenda of a campus: what is to come, and what is over when it is asked for.</summary>
public sealed class AgendaModel(CurrentRegister current, ReadAgenda agenda, Texts texts) : PageModel
{
    public CampusRecord Campus { get; private set; } = null!;

    public IReadOnlyList<AgendaEvent> Events { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    /// <summary>Whether what is over is shown.</summary>
    public bool Past { get; private set; }

    public static string AddressOf(string campusSlug) => $"/campus/{campusSlug}/agenda";

    public async Task OnGetAsync(string slug, [FromRoute] string? past, CancellationToken ct)
    {
        Campus = (await current.GetAsync(ct)).Campus(slug) ?? throw new NotFound("The campus");
        var filters = new AddressFilters(Request.Query, ModelState, texts);
        (Past, Number) = (past is not null, filters.Page());
        var kind = filters.OneOf<EventKind>("kind", texts["publishing.event.kind"]);
        (Events, Total) = await agenda.PageAsync(Campus.CampusId, Past, kind, Number, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
