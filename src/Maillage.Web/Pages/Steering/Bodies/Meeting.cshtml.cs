using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Maillage.Steering.Bodies;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Bodies;

/// <summary>What the form of a decision holds, as typed.</summary>
public sealed record DecisionForm(string? Text, string? Owner, string? OwnerName, string? DueOn, string? Action, int Version)
{
    public static readonly DecisionForm Empty = new(null, null, null, null, null, 0);

    public FollowDecision.Input Input => new(Text, SteeringAnswer.IdOf(Owner), OwnerName, DueOn, SteeringAnswer.IdOf(Action));

    public static DecisionForm Of(ShownDecision shown) => new(
        shown.Decision.Text, shown.Decision.OwnerAccountId?.ToString(), shown.Decision.OwnerName, shown.Decision.DueOn?.ToString("O", CultureInfo.InvariantCulture),
        shown.Decision.PlanActionId?.ToString(), shown.Version);
}

/// <summary>One meeting: what is to be spoken of, who came, what was said and decided.</summary>
[Needs(Permission.ReadCampus)]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
public sealed class MeetingModel(
    ReadBodies bodies, HoldMeeting hold, FollowDecision follow, PossibleLeads leads, ActionPlan plan, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>What the form of the minutes holds, as typed; a browser never sends a file again by itself.</summary>
    public sealed record ReportForm(string? Minutes, string? Guests, int Version);

    public OpenedMeeting Opened { get; private set; } = null!;

    public MeetingForm Form { get; private set; } = null!;

    public ReportForm Report { get; private set; } = null!;

    /// <summary>Which form was sent and refused.</summary>
    public string? Refused { get; private set; }

    public DecisionForm NewDecision { get; private set; } = DecisionForm.Empty;

    /// <summary>The decision whose change was refused, and what was typed of it.</summary>
    public (Guid Id, DecisionForm Typed)? RefusedDecision { get; private set; }

    public IReadOnlyList<(Guid AccountId, string Name)> People { get; private set; } = [];

    public IEnumerable<(string Code, string Name)> Actions { get; private set; } = [];

    public IEnumerable<(string Code, string Name)> AttendanceChoices => Enum.GetValues<AttendanceState>().Select(state => (state.ToCode(), texts.Of("steering.attendance", state)));

    public DateOnly Today => clock.Today();

    public bool IsSaved { get; private set; }

    public static string AddressOf(Guid meetingId) => $"/espace/reunions/{meetingId}";

    /// <summary>People to choose from, and who has the decision already.</summary>
    public IEnumerable<(string Code, string Name)> Owners(ShownDecision? shown) =>
        PossibleLeads.With(People, shown?.Decision.OwnerAccountId, shown?.Owner).Select(person => (person.Item1.ToString(), person.Item2));

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        IsSaved = said is not null;
        await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] MeetingForm typed, CancellationToken ct)
    {
        (Form, Refused) = (typed, "meeting");
        return await AnswerAsync(id, await hold.ChangeAsync(HttpContext.Actor(), id, typed.Input, typed.Version, ct), ct);
    }

    public async Task<IActionResult> OnPostReportAsync([FromRoute] Guid id, [FromForm] ReportForm typed, IFormFile? file, CancellationToken ct)
    {
        (Report, Refused) = (typed, "report");
        var content = await UploadedFile.ReadAsync(file, ct);
        var report = new HoldMeeting.Report(typed.Minutes, typed.Guests, content is null ? null : new AttachFile.SentFile(file!.FileName, content));
        return await AnswerAsync(id, await hold.ReportAsync(HttpContext.Actor(), id, report, typed.Version, ct), ct);
    }

    public async Task<IActionResult> OnPostAttendAsync([FromRoute] Guid id, [FromForm] List<string?> seat, [FromForm] List<string?> came, CancellationToken ct)
    {
        var said = new Dictionary<Guid, AttendanceState?>();
        foreach (var (typed, code) in seat.Zip(came))
        {
            if (Guid.TryParse(typed, out var seatId))
            {
                said[seatId] = EnumCode.TryParse<AttendanceState>(code, out var state) ? state : null;
            }
        }

        await hold.AttendAsync(HttpContext.Actor(), id, said, ct);
        return await AnswerAsync(id, Result.Ok, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var (meeting, _, _) = await bodies.FindMeetingAsync(HttpContext.Actor(), id, isForTeam: true, ct);
        var result = await hold.RemoveAsync(HttpContext.Actor(), id, ct);
        return result.Failed ? await AnswerAsync(id, result, ct) : this.Done(BodyModel.AddressOf(meeting.SteeringBodyId), "saved");
    }

    public async Task<IActionResult> OnPostDecisionAsync([FromRoute] Guid id, [FromForm] DecisionForm typed, CancellationToken ct)
    {
        (NewDecision, Refused) = (typed, "decision");
        return await AnswerAsync(id, await follow.AddAsync(HttpContext.Actor(), id, typed.Input, ct), ct);
    }

    public async Task<IActionResult> OnPostChangeDecisionAsync([FromRoute] Guid id, [FromForm] Guid decisionId, [FromForm] DecisionForm typed, CancellationToken ct)
    {
        RefusedDecision = (decisionId, typed);
        return await AnswerAsync(id, await follow.ChangeAsync(HttpContext.Actor(), decisionId, typed.Input, typed.Version, ct), ct, decisionId);
    }

    public async Task<IActionResult> OnPostMoveDecisionAsync([FromRoute] Guid id, [FromForm] Guid decisionId, [FromForm] string? what, CancellationToken ct) =>
        await AnswerAsync(id, await follow.MoveAsync(HttpContext.Actor(), decisionId, EnumCode.TryParse<DecisionEvent>(what, out var known) ? known : null, ct), ct);

    public async Task<IActionResult> OnPostRemoveDecisionAsync([FromRoute] Guid id, [FromForm] Guid decisionId, CancellationToken ct) =>
        await AnswerAsync(id, await follow.RemoveAsync(HttpContext.Actor(), decisionId, ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, CancellationToken ct, Guid? thing = null)
    {
        if (!result.Failed)
        {
            return this.Done(AddressOf(id), "saved");
        }

        this.Refuse(result.Problem, texts, thing);
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await bodies.MeetingAsync(HttpContext.Actor(), id, ct);
        var (meeting, version) = (Opened.Meeting, Opened.Version);
        Form = Form is { } typed ? typed with { Version = version } : new MeetingForm(
            meeting.StartsAt.InParis().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), meeting.EndsAt?.InParis().ToString("HH:mm", CultureInfo.InvariantCulture), meeting.Place, meeting.Agenda, version);
        Report = Report is { } written ? written with { Version = version } : new ReportForm(meeting.Minutes, meeting.Guests, version);
        if (Opened.Opened.MayEdit)
        {
            People = await leads.PeopleAsync(meeting.CampusId, ct);
            Actions = await plan.TitlesAsync(Opened.Opened, ct);
        }
    }
}
