using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Api;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>Who registered for an event, for its team, and as a table.</summary>
[Needs(Permission.EditCampus)]
public sealed class RegistrationsModel(OpenCampus open, WriteEvent write, ReadAgenda agenda, Texts texts) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public AgendaEvent Event { get; private set; } = null!;

    public IReadOnlyList<EventRegistration> Registrations { get; private set; } = [];

    public static string AddressOf(Guid campusId, Guid eventId) => $"{EditModel.AddressOf(campusId, eventId)}/inscrits";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] Guid eventId, [FromQuery] string? format, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Opened = await open.ForTeamAsync(actor, id, ct);
        (Event, _) = await write.ReadAsync(actor, id, eventId, ct);
        Registrations = await agenda.RegistrationsAsync(Event, ct);
        return EnumCode.TryParse<TableFormat>(format, out var asked)
            ? new TableDownload<EventRegistration>(asked, Registrations.ToAsyncEnumerable(), Columns(), "inscrits")
            : Page();
    }

    private IReadOnlyList<ExportColumn<EventRegistration>> Columns() =>
    [
        new(texts["publishing.registration.number"], row => row.Number),
        new(texts["publishing.registration.name"], row => row.Name),
        new(texts["publishing.registration.email"], row => row.Email),
        new(texts["publishing.registration.people"], row => row.People),
        new(texts["publishing.registration.state"], row => texts.Of("publishing.registration_state", row.State)),
        new(texts["publishing.registration.at"], row => ParisClock.DayOf(row.CreatedAt)),
    ];
}
