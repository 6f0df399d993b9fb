using Maillage.Access.Rights;
using Maillage.Steering.Actions;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>Changes what is said of an action, or takes it out of the plan.</summary>
[Needs(Permission.EditCampus)]
public sealed class EditModel(PlanAnAction plan, OpenAction open, PossibleLeads leads, Texts texts) : PageModel
{
    public OpenedAction Opened { get; private set; } = null!;

    public ActionFormView View { get; private set; } = null!;

    public static string AddressOf(Guid actionId) => $"{ActionModel.AddressOf(actionId)}/modifier";

    public Task OnGetAsync([FromRoute] Guid id, CancellationToken ct) => ShowAsync(id, null, ct);

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] ActionForm typed, CancellationToken ct)
    {
        var result = await plan.ChangeAsync(HttpContext.Actor(), id, typed.Input, typed.Version, ct);
        if (!result.Failed)
        {
            return this.Done(ActionModel.AddressOf(id), "changed");
        }

        this.Refuse(result.Problem, texts);
        await ShowAsync(id, typed, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, CancellationToken ct)
    {
        var campusId = (await open.ReadAsync(HttpContext.Actor(), id, ct)).Action.CampusId;
        var result = await plan.RemoveAsync(HttpContext.Actor(), id, ct);
        if (!result.Failed)
        {
            return this.Done(IndexModel.AddressOf(campusId), "removed");
        }

        this.Refuse(result.Problem, texts);
        await ShowAsync(id, null, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, ActionForm? typed, CancellationToken ct)
    {
        Opened = await open.ReadAsync(HttpContext.Actor(), id, ct);
        var (action, campusId, now) = (Opened.Action, Opened.Action.CampusId, ActionForm.Of(Opened));
        var moved = typed is not null && typed.Version != now.Version;
        View = new ActionFormView(
            typed is null ? now : typed with { Version = now.Version },
            Opened.Opened,
            PossibleLeads.With(await leads.PeopleAsync(campusId, ct), action.LeadAccountId, Opened.LeadPerson),
            PossibleLeads.With(await leads.OrganisationsAsync(campusId, ct), action.LeadOrganisationId, Opened.LeadOrganisation?.Name),
            texts["steering.save"])
        { Meanwhile = moved ? now : null };
    }
}
