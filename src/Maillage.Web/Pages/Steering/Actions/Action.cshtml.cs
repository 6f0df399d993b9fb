using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.Steering;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>One action: what it is, how far it is, with whom, what it reached, and what shows it.</summary>
[Needs(Permission.EditCampus)]
[RequestSizeLimit(UploadedFile.MaxRequestBytes)]
public sealed class ActionModel(OpenAction open, FollowAction follow, PossibleLeads leads, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>What the forms of an indicator hold, as typed.</summary>
    public sealed record IndicatorForm(string? Name, string? Unit, string? Target, string? Reached, int Version)
    {
        public FollowAction.Indicator Typed => new(Name, Unit, Target, Reached);
    }

    /// <summary>What the form of a piece of evidence holds, as typed; a browser never sends a file again by itself.</summary>
    public sealed record EvidenceForm(string? Title, string? Address);

    public OpenedAction Opened { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public string? Said { get; private set; }

    public string? Reason { get; private set; }

    public IndicatorForm NewIndicator { get; private set; } = new(null, null, null, null, 0);

    /// <summary>The indicator whose change was refused, and what was typed of it.</summary>
    public (Guid Id, IndicatorForm Typed)? Refused { get; private set; }

    public EvidenceForm NewEvidence { get; private set; } = new(null, null);

    /// <summary>Organisations of the network that take no part in it yet.</summary>
    public IEnumerable<(string Code, string Name)> Organisations { get; private set; } = [];

    public static string AddressOf(Guid actionId) => $"/espace/actions/{actionId}";

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "planned" or "changed" or "moved" or "saved" ? said : null;
        await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostMoveAsync([FromRoute] Guid id, [FromForm] string? what, [FromForm] string? reason, CancellationToken ct)
    {
        Reason = reason;
        // What is no move of an action is one that it cannot make.
        var result = EnumCode.TryParse<PlanActionEvent>(what, out var known)
            ? await follow.MoveAsync(HttpContext.Actor(), id, known, reason, ct)
            : SteeringProblems.NoSuchMove;
        return await AnswerAsync(id, result, "moved", ct);
    }

    public async Task<IActionResult> OnPostPartnerAsync([FromRoute] Guid id, [FromForm] string? organisation, CancellationToken ct) =>
        await AnswerAsync(id, await follow.AddPartnerAsync(HttpContext.Actor(), id, Guid.TryParse(organisation, out var chosen) ? chosen : null, ct), "saved", ct);

    public async Task<IActionResult> OnPostRemovePartnerAsync([FromRoute] Guid id, [FromForm] Guid organisationId, CancellationToken ct)
    {
        await follow.RemovePartnerAsync(HttpContext.Actor(), id, organisationId, ct);
        return await AnswerAsync(id, Result.Ok, "saved", ct);
    }

    public async Task<IActionResult> OnPostIndicatorAsync([FromRoute] Guid id, [FromForm] IndicatorForm typed, CancellationToken ct)
    {
        var result = await follow.AddIndicatorAsync(HttpContext.Actor(), id, typed.Typed, ct);
        NewIndicator = typed;
        return await AnswerAsync(id, result, "saved", ct);
    }

    public async Task<IActionResult> OnPostChangeIndicatorAsync([FromRoute] Guid id, [FromForm] Guid indicatorId, [FromForm] IndicatorForm typed, CancellationToken ct)
    {
        var result = await follow.ChangeIndicatorAsync(HttpContext.Actor(), id, indicatorId, typed.Typed, typed.Version, ct);
        Refused = (indicatorId, typed);
        return await AnswerAsync(id, result, "saved", ct, indicatorId);
    }

    public async Task<IActionResult> OnPostRemoveIndicatorAsync([FromRoute] Guid id, [FromForm] Guid indicatorId, CancellationToken ct) =>
        await AnswerAsync(id, await follow.RemoveIndicatorAsync(HttpContext.Actor(), id, indicatorId, ct), "saved", ct);

    public async Task<IActionResult> OnPostEvidenceAsync([FromRoute] Guid id, [FromForm] EvidenceForm typed, IFormFile? file, CancellationToken ct)
    {
        var content = await UploadedFile.ReadAsync(file, ct);
        var result = await follow.AddEvidenceAsync(HttpContext.Actor(), id, typed.Title, typed.Address, content is null ? null : new AttachFile.SentFile(file!.FileName, content), ct);
        NewEvidence = typed;
        return await AnswerAsync(id, result, "saved", ct);
    }

    public async Task<IActionResult> OnPostRemoveEvidenceAsync([FromRoute] Guid id, [FromForm] Guid evidenceId, CancellationToken ct)
    {
        await follow.RemoveEvidenceAsync(HttpContext.Actor(), id, evidenceId, ct);
        return await AnswerAsync(id, Result.Ok, "saved", ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, string done, CancellationToken ct, Guid? thing = null)
    {
        if (!result.Failed)
        {
            return this.Done(AddressOf(id), done);
        }

        this.Refuse(result.Problem, texts, thing);
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await open.ReadAsync(HttpContext.Actor(), id, ct);
        var already = Opened.Partners.Select(partner => partner.OrganisationId).Append(Opened.Action.LeadOrganisationId ?? Guid.Empty).ToHashSet();
        Organisations = (await leads.OrganisationsAsync(Opened.Action.CampusId, ct)).Where(one => !already.Contains(one.OrganisationId)).Select(one => (one.OrganisationId.ToString(), one.Name));
    }
}
