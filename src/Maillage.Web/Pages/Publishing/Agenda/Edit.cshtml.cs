using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Publishing.Agenda;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Network.Workspace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>Writes an event of the agenda, publishes it, cancels it.</summary>
[Needs(Permission.EditCampus)]
public sealed class EditModel(OpenCampus open, WriteEvent write, Texts texts) : PageModel
{
    public const string SaidName = "fait";

    public OpenedCampus Opened { get; private set; } = null!;

    /// <summary>As it is; null for one that is being begun.</summary>
    public AgendaEvent? Event { get; private set; }

    public EventForm Typed { get; private set; } = new(null, null, null, null, null, null, null, null, null, null, null, null, 0);

    public bool Meanwhile { get; private set; }

    public string? Said { get; private set; }

    public IEnumerable<(string Code, string Name)> Kinds => Enum.GetValues<EventKind>().Select(kind => (kind.ToCode(), texts.Of("publishing.event_kind", kind)));

    public static string AddressOf(Guid campusId, Guid? eventId = null) => $"{CampusSections.AddressOf(campusId, CampusSections.Agenda)}/evenement{(eventId is { } id ? "/" + id : "")}";

    public async Task OnGetAsync([FromRoute] Guid id, [FromRoute] Guid? eventId, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "saved" or "shown" or "called_off" ? said : null;
        await ShowAsync(id, eventId, null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] Guid? eventId, [FromForm] EventForm typed, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        if (eventId is { } known)
        {
            return await AnswerAsync(id, known, await write.ChangeAsync(actor, id, known, typed.Input, ct), typed, "saved", ct);
        }

        var added = await write.AddAsync(actor, id, typed.Input, ct);
        return added.Failed ? await RefuseAsync(id, null, added.Problem, typed, ct) : Done(AddressOf(id, added.Value), "saved");
    }

    public async Task<IActionResult> OnPostPublishAsync([FromRoute] Guid id, [FromRoute] Guid? eventId, CancellationToken ct) =>
        await AnswerAsync(id, Known(eventId), await write.PublishAsync(HttpContext.Actor(), id, Known(eventId), ct), null, "shown", ct);

    public async Task<IActionResult> OnPostCancelAsync([FromRoute] Guid id, [FromRoute] Guid? eventId, CancellationToken ct)
    {
        var (read, _) = await write.ReadAsync(HttpContext.Actor(), id, Known(eventId), ct);
        var wasDraft = read.State == EventState.Draft;
        var result = await write.CancelAsync(HttpContext.Actor(), id, Known(eventId), ct);
        return wasDraft && !result.Failed ? Done(CampusSections.AddressOf(id, CampusSections.Agenda), "removed") : await AnswerAsync(id, Known(eventId), result, null, "called_off", ct);
    }

    private static Guid Known(Guid? eventId) => eventId ?? throw new NotFound("The event");

    private async Task<IActionResult> AnswerAsync(Guid id, Guid eventId, Result result, EventForm? typed, string done, CancellationToken ct) =>
        result.Failed ? await RefuseAsync(id, eventId, result.Problem, typed, ct) : Done(AddressOf(id, eventId), done);

    private RedirectResult Done(string address, string what) => Redirect(Url.Content("~" + address) + QueryString.Create(SaidName, what));

    private async Task<IActionResult> RefuseAsync(Guid id, Guid? eventId, Problem problem, EventForm? typed, CancellationToken ct)
    {
        ModelState.Clear();
        ModelState.Add(problem, texts);
        Meanwhile = problem == AgendaProblems.ChangedMeanwhile;
        Response.StatusCode = Meanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(id, eventId, typed, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, Guid? eventId, EventForm? typed, CancellationToken ct)
    {
        var actor = HttpContext.Actor();
        Opened = await open.ForTeamAsync(actor, id, ct);
        if (eventId is not { } known)
        {
            Typed = typed ?? Typed;
            return;
        }

        (Event, var version) = await write.ReadAsync(actor, id, known, ct);
        // Who was told that it changed has now seen it: to save again is to mean it.
        Typed = typed is null ? EventForm.Of(Event, version) : Meanwhile ? typed with { Version = version } : typed;
    }
}
