using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Bodies;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Bodies;

/// <summary>What the form of a meeting holds, as typed.</summary>
public sealed record MeetingForm(string? StartsAt, string? EndsAt, string? Place, string? Agenda, int Version)
{
    public static readonly MeetingForm Empty = new(null, null, null, null, 0);

    public HoldMeeting.Input Input => new(StartsAt, EndsAt, Place, Agenda);
}

/// <summary>One body: those who sit in it, and its meetings.</summary>
[Needs(Permission.ReadCampus)]
public sealed class BodyModel(ReadBodies bodies, EditBody edit, HoldMeeting hold, PossibleLeads leads, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>What the form of a seat holds, as typed.</summary>
    public sealed record SeatForm(string? Name, string? Function, string? Organisation, string? From, string? Until)
    {
        public EditBody.Seat Seat => new(Name, Function, SteeringAnswer.IdOf(Organisation), From, Until);
    }

    public OpenedBody Opened { get; private set; } = null!;

    public BodyForm Form { get; private set; } = null!;

    /// <summary>Whether the form of the body was sent and refused.</summary>
    public bool IsRefused { get; private set; }

    public SeatForm NewSeat { get; private set; } = new(null, null, null, null, null);

    public MeetingForm NewMeeting { get; private set; } = MeetingForm.Empty;

    public IEnumerable<(string Code, string Name)> Organisations { get; private set; } = [];

    public IEnumerable<(string Code, string Name)> Kinds => BodyForm.Kinds(texts);

    public DateOnly Today => clock.Today();

    public DateTime Now => clock.UtcNow();

    public bool IsSaved { get; private set; }

    public static string AddressOf(Guid bodyId) => $"/espace/instances/{bodyId}";

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        IsSaved = said is not null;
        await ShowAsync(id, null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] BodyForm typed, CancellationToken ct) =>
        await AnswerAsync(id, await edit.ChangeAsync(HttpContext.Actor(), id, typed.Input, typed.Version, ct), typed, ct);

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (body, _) = await bodies.FindBodyAsync(HttpContext.Actor(), id, isForTeam: true, ct);
        var result = await edit.RemoveAsync(HttpContext.Actor(), id, ct);
        return result.Failed ? await AnswerAsync(id, result, null, ct) : this.Done(IndexModel.AddressOf(body.CampusId), "removed");
    }

    public async Task<IActionResult> OnPostSeatAsync([FromRoute] Guid id, [FromForm] SeatForm typed, CancellationToken ct)
    {
        NewSeat = typed;
        var result = await edit.SeatAsync(HttpContext.Actor(), id, typed.Seat, ct);
        return await AnswerAsync(id, result.Problem is { Field: "name" } problem ? problem with { Field = "seatName" } : result, null, ct);
    }

    public async Task<IActionResult> OnPostEndSeatAsync([FromRoute] Guid id, [FromForm] Guid seatId, CancellationToken ct)
    {
        await edit.EndSeatAsync(HttpContext.Actor(), id, seatId, ct);
        return await AnswerAsync(id, Result.Ok, null, ct);
    }

    public async Task<IActionResult> OnPostRemoveSeatAsync([FromRoute] Guid id, [FromForm] Guid seatId, CancellationToken ct)
    {
        await edit.RemoveSeatAsync(HttpContext.Actor(), id, seatId, ct);
        return await AnswerAsync(id, Result.Ok, null, ct);
    }

    public async Task<IActionResult> OnPostMeetingAsync([FromRoute] Guid id, [FromForm] MeetingForm typed, CancellationToken ct)
    {
        NewMeeting = typed;
        var result = await hold.CallAsync(HttpContext.Actor(), id, typed.Input, ct);
        return result.Failed ? await AnswerAsync(id, result.Problem, null, ct) : this.Done(MeetingModel.AddressOf(result.Value), "saved");
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, BodyForm? typed, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return this.Done(AddressOf(id), "saved");
        }

        this.Refuse(result.Problem, texts);
        IsRefused = typed is not null;
        await ShowAsync(id, typed, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, BodyForm? typed, CancellationToken ct)
    {
        Opened = await bodies.BodyAsync(HttpContext.Actor(), id, ct);
        var body = Opened.Body;
        Form = typed is null ? new BodyForm(body.Kind.ToCode(), body.Name, body.Purpose, body.IsForMembers, Opened.Version) : typed with { Version = Opened.Version };
        if (Opened.Opened.MayEdit)
        {
            Organisations = (await leads.OrganisationsAsync(body.CampusId, ct)).Select(one => (one.OrganisationId.ToString(), one.Name));
        }
    }
}
