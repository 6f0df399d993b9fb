using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Web.Api;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Network.Workspace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>The plan of a campus: its actions under its axes, what is late, and the same as a table to take away.</summary>
[Needs(Permission.EditCampus)]
public sealed class IndexModel(ActionPlan plan, OpenCampus open, TimeProvider clock, Texts texts) : PageModel
{
    public const string AxisName = "axe";
    public const string StateName = "etat";
    public const string LateName = "retard";
    public const string LeadName = "porteur";

    private const string Yes = "oui";

    public OpenedCampus Opened { get; private set; } = null!;

    public AddressFilters Filters { get; private set; } = null!;

    public IReadOnlyList<ListedAction> Actions { get; private set; } = [];

    public IReadOnlyList<PlanLead> Leads { get; private set; } = [];

    public IReadOnlyDictionary<PlanActionState, int> States { get; private set; } = new Dictionary<PlanActionState, int>();

    /// <summary>How many of all of the plan are late.</summary>
    public int Late { get; private set; }

    /// <summary>How many answer the filters.</summary>
    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public DateOnly Today => clock.Today();

    public bool WasRemoved { get; private set; }

    public IEnumerable<(string Code, string Name)> Axes => Opened.Campus.WorkAxes.Select(axis => (axis.WorkAxisId.ToString(), axis.Title.In(Language.Current)));

    public IEnumerable<(string Code, string Name)> StateChoices => Enum.GetValues<PlanActionState>().Select(state => (state.ToCode(), texts.Of("steering.state", state)));

    public static string AddressOf(Guid campusId) => CampusSections.AddressOf(campusId, CampusSections.Actions);

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromQuery] string? format, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        Opened = await open.ForTeamAsync(HttpContext.Actor(), id, ct);
        WasRemoved = said == "removed";
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Leads = await plan.LeadsAsync(Opened, ct);
        var filter = new ActionFilter(
            Filters.Known(AxisName, texts["steering.actions.axis"], Axes.Select(axis => axis.Code)) is { } axisId ? Guid.Parse(axisId) : null,
            Filters.OneOf<PlanActionState>(StateName, texts["steering.actions.state"]),
            Filters.Known(LateName, texts["steering.actions.late_only"], [Yes]) is not null,
            Filters.Known(LeadName, texts["steering.actions.led_by"], Leads.Select(lead => lead.Code)));
        if (ModelState.IsValid && EnumCode.TryParse<TableFormat>(format, out var asked))
        {
            return new TableDownload<ListedAction>(asked, plan.Export(Opened, filter), ActionExport.Columns(texts, Today), texts["steering.actions.file"]);
        }

        (States, Late) = await plan.SummaryAsync(Opened, ct);
        Total = await plan.CountAsync(Opened, filter, ct);
        Number = Filters.PageWithin(Total, ActionPlan.PageSize);
        Actions = await plan.ReadAsync(Opened, filter, Number, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
