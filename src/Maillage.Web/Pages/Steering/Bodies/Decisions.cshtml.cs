using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Bodies;
using Maillage.Web.Api;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Bodies;

/// <summary>The decisions of a campus across its meetings: what is to do, by whom, by when.</summary>
[Needs(Permission.ReadCampus)]
public sealed class DecisionsModel(DecisionsToFollow decisions, ReadBodies bodies, OpenCampus open, TimeProvider clock, Texts texts) : PageModel
{
    public const string BodyName = "instance";
    public const string StateName = "etat";
    public const string LateName = "retard";

    private const string Yes = "oui";

    public OpenedCampus Opened { get; private set; } = null!;

    public AddressFilters Filters { get; private set; } = null!;

    public IEnumerable<(string Code, string Name)> Bodies { get; private set; } = [];

    public IReadOnlyList<ListedDecision> Decisions { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public DateOnly Today => clock.Today();

    public IEnumerable<(string Code, string Name)> States => Enum.GetValues<DecisionState>().Select(state => (state.ToCode(), texts.Of("steering.decision_state", state)));

    public static string AddressOf(Guid campusId) => $"{IndexModel.AddressOf(campusId)}/decisions";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromQuery] string? format, CancellationToken ct)
    {
        Opened = await open.ForMembersAsync(HttpContext.Actor(), id, ct);
        Filters = new AddressFilters(Request.Query, ModelState, texts);
        Bodies = [.. (await bodies.OfCampusAsync(Opened, ct)).Select(row => (row.Body.SteeringBodyId.ToString(), row.Body.Name))];
        var filter = new DecisionFilter(
            Filters.Known(BodyName, texts["steering.decisions.body"], Bodies.Select(body => body.Code)) is { } bodyId ? Guid.Parse(bodyId) : null,
            Filters.OneOf<DecisionState>(StateName, texts["steering.actions.state"]),
            Filters.Known(LateName, texts["steering.actions.late_only"], [Yes]) is not null);
        if (ModelState.IsValid && EnumCode.TryParse<TableFormat>(format, out var asked))
        {
            return new TableDownload<ListedDecision>(asked, decisions.Export(Opened, filter), Columns(), "decisions");
        }

        Number = Filters.Page();
        (Decisions, Total) = await decisions.ReadAsync(Opened, filter, Number, ct);
        if (Filters.PageWithin(Total, DecisionsToFollow.PageSize) != Number)
        {
            Number = 1;
            (Decisions, Total) = await decisions.ReadAsync(Opened, filter, Number, ct);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private List<ExportColumn<ListedDecision>> Columns() =>
    [
        new(texts["steering.decisions.body"], row => row.Body),
        new(texts["steering.decisions.meeting"], row => ParisClock.DayOf(row.MeetingAt)),
        new(texts["steering.decisions.text"], row => row.Text),
        new(texts["steering.decisions.owner"], row => row.Owner),
        new(texts["steering.decisions.due_on"], row => row.DueOn),
        new(texts["steering.actions.state"], row => texts.Of("steering.decision_state", row.State)),
        new(texts["steering.actions.late"], row => row.IsLateOn(Today) ? texts["steering.yes"] : texts["steering.no"]),
        new(texts["steering.decisions.action"], row => row.Action),
    ];
}
