using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Network.Workspace;

/// <summary>The axes along which a campus works: worded and ordered by its team.</summary>
[Needs(Permission.EditCampus)]
public sealed class AxesModel(EditAxes edit, OpenCampus open, Texts texts) : PageModel
{
    private const string SaidName = "fait";

    /// <summary>What a form of the page holds, as typed.</summary>
    public sealed record Form(string? TitleFr, string? TitleEn, string? Description, int Version)
    {
        public EditAxes.Input Input => new(TitleFr, TitleEn, Description);
    }

    public OpenedCampus Opened { get; private set; } = null!;

    public IReadOnlyList<EditedAxis> Axes { get; private set; } = [];

    public Form Typed { get; private set; } = new(null, null, null, 0);

    /// <summary>The axis whose change was refused, and what was typed of it.</summary>
    public (Guid Id, Form Typed)? Refused { get; private set; }

    public string? Said { get; private set; }

    public static string AddressOf(Guid campusId) => $"{CampusSections.AddressOf(campusId)}/axes";

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SaidName)] string? said, CancellationToken ct)
    {
        Said = said is "added" or "changed" or "removed" ? said : null;
        await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] Form typed, CancellationToken ct)
    {
        var result = await edit.AddAsync(HttpContext.Actor(), id, typed.Input, ct);
        Typed = typed;
        return await AnswerAsync(id, result, "added", ct);
    }

    public async Task<IActionResult> OnPostChangeAsync([FromRoute] Guid id, [FromForm] Guid axisId, [FromForm] Form typed, CancellationToken ct)
    {
        var result = await edit.ChangeAsync(HttpContext.Actor(), axisId, typed.Input, typed.Version, ct);
        Refused = (axisId, typed);
        return await AnswerAsync(id, result.Problem is { Field: { } field } problem ? problem with { Field = $"{field}-{axisId}" } : result, "changed", ct);
    }

    public async Task<IActionResult> OnPostMoveAsync([FromRoute] Guid id, [FromForm] Guid axisId, [FromForm] string? to, CancellationToken ct) =>
        await AnswerAsync(id, await edit.MoveAsync(HttpContext.Actor(), axisId, to == "up", ct), "changed", ct);

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromForm] Guid axisId, CancellationToken ct) =>
        await AnswerAsync(id, await edit.RemoveAsync(HttpContext.Actor(), axisId, ct), "removed", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, string done, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + AddressOf(id)) + QueryString.Create(SaidName, done));
        }

        ModelState.Clear();
        ModelState.Add(result.Problem, texts);
        Response.StatusCode = result.Problem == AxisProblems.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        Axes = await edit.ReadAsync(HttpContext.Actor(), id, ct);
    }
}
