using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Steering.Actions;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>Where an action is written into the plan.</summary>
[Needs(Permission.EditCampus)]
public sealed class NewModel(PlanAnAction plan, OpenCampus open, PossibleLeads leads, Texts texts) : PageModel
{
    public ActionFormView View { get; private set; } = null!;

    public static string AddressOf(Guid campusId) => $"{IndexModel.AddressOf(campusId)}/nouvelle";

    public Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = "axe")] Guid? axis, CancellationToken ct) => ShowAsync(id, ActionForm.Empty(axis), ct);

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] ActionForm typed, CancellationToken ct)
    {
        var result = await plan.AddAsync(HttpContext.Actor(), id, typed.Input, ct);
        if (!result.Failed)
        {
            return this.Done(ActionModel.AddressOf(result.Value), "planned");
        }

        this.Refuse(result.Problem, texts);
        await ShowAsync(id, typed, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, ActionForm form, CancellationToken ct)
    {
        var opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        View = new ActionFormView(form, opened, await leads.PeopleAsync(id, ct), await leads.OrganisationsAsync(id, ct), texts["steering.actions.submit"]);
    }
}
