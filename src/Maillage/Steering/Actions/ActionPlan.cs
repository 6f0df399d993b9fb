using Maillage.Access;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>Which actions of a plan are asked for; nothing said keeps them all.</summary>
/// <param name="Lead">As <see cref="PlanLead.Code"/> writes it.</param>
public sealed record ActionFilter(Guid? AxisId = null, PlanActionState? State = null, bool IsLate = false, string? Lead = null);

/// <summary>An action on one line of the plan.</summary>
public sealed record ListedAction
{
    public required Guid PlanActionId { get; init; }

    public required Guid WorkAxisId { get; init; }

    public required LocalizedText Axis { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Name of the person who leads it.</summary>
    public string? Lead { get; init; }

    public string? Organisation { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public required PlanActionState State { get; init; }

    public string? AbandonReason { get; init; }

    public required bool IsPublic { get; init; }

    public bool IsLateOn(DateOnly day) => State is PlanActionState.Planned or PlanActionState.UnderWay && EndsOn < day;
}

/// <summary>Someone, or an organisation, that leads an action of the plan.</summary>
public sealed record PlanLead(string Code, string Name);

/// <summary>The actions of a campus, under its axes, by their last day.</summary>
public sealed class ActionPlan(MaillageDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    private const string Person = "p-";
    private const string Named = "n-";
    private const string Organisation = "o-";

    /// <summary>One page of those asked for.</summary>
    public async Task<IReadOnlyList<ListedAction>> ReadAsync(OpenedCampus opened, ActionFilter filter, int page, CancellationToken ct) =>
        await Listed(Asked(opened.Campus.CampusId, filter)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);

    public Task<int> CountAsync(OpenedCampus opened, ActionFilter filter, CancellationToken ct) => Asked(opened.Campus.CampusId, filter).CountAsync(ct);

    /// <summary>All of those asked for, read as they are written elsewhere.</summary>
    public IAsyncEnumerable<ListedAction> Export(OpenedCampus opened, ActionFilter filter) =>
        Listed(Asked(opened.Campus.CampusId, filter)).Take(PlanAction.MostOfACampus).AsAsyncEnumerable();

    /// <summary>How many are in each state, and how many are late.</summary>
    public async Task<(IReadOnlyDictionary<PlanActionState, int> States, int Late)> SummaryAsync(OpenedCampus opened, CancellationToken ct)
    {
        var (campusId, today) = (opened.Campus.CampusId, clock.Today());
        var counts = await db.PlanActions.Where(row => row.CampusId == campusId)
            .GroupBy(row => new { row.State, IsPast = row.EndsOn != null && row.EndsOn < today })
            .Select(group => new { group.Key.State, group.Key.IsPast, Count = group.Count() }).ToListAsync(ct);
        return (
            counts.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            counts.Where(row => row.IsPast && row.State is PlanActionState.Planned or PlanActionState.UnderWay).Sum(row => row.Count));
    }

    /// <summary>The actions by title, to choose one from.</summary>
    public async Task<IReadOnlyList<(string Code, string Title)>> TitlesAsync(OpenedCampus opened, CancellationToken ct)
    {
        var campusId = opened.Campus.CampusId;
        var actions = await db.PlanActions.Where(row => row.CampusId == campusId).OrderBy(row => row.Title.Fr).ThenBy(row => row.PlanActionId).Take(PlanAction.MostOfACampus)
            .Select(row => new { row.PlanActionId, row.Title.Fr }).ToListAsync(ct);
        return [.. actions.Select(row => (row.PlanActionId.ToString(), row.Fr))];
    }

    /// <summary>Who leads actions of the plan, by name.</summary>
    public async Task<IReadOnlyList<PlanLead>> LeadsAsync(OpenedCampus opened, CancellationToken ct)
    {
        var campusId = opened.Campus.CampusId;
        var actions = db.PlanActions.Where(row => row.CampusId == campusId);
        var people = await db.Accounts.Where(row => actions.Any(action => action.LeadAccountId == row.Id)).Select(row => new { row.Id, row.Name }).Take(PlanAction.MostOfACampus).ToListAsync(ct);
        var organisations = await db.Organisations.Where(row => actions.Any(action => action.LeadOrganisationId == row.OrganisationId)).Select(row => new { row.OrganisationId, row.Name }).Take(PlanAction.MostOfACampus).ToListAsync(ct);
        var names = await actions.Where(row => row.LeadName != null).Select(row => row.LeadName!).Distinct().Take(PlanAction.MostOfACampus).ToListAsync(ct);
        return
        [
            .. people.Select(row => new PlanLead($"{Person}{row.Id}", row.Name)).Concat(organisations.Select(row => new PlanLead($"{Organisation}{row.OrganisationId}", row.Name)))
                .Concat(names.Select(name => new PlanLead(Named + name, name))).OrderBy(lead => FoldedText.Of(lead.Name), StringComparer.Ordinal).ThenBy(lead => lead.Code, StringComparer.Ordinal),
        ];
    }

    private IQueryable<PlanAction> Asked(Guid campusId, ActionFilter filter)
    {
        var actions = db.PlanActions.AsNoTracking().Where(row => row.CampusId == campusId);
        if (filter.AxisId is { } axisId)
        {
            actions = actions.Where(row => row.WorkAxisId == axisId);
        }

        if (filter.State is { } state)
        {
            actions = actions.Where(row => row.State == state);
        }

        if (filter.IsLate)
        {
            var today = clock.Today();
            actions = actions.Where(row => (row.State == PlanActionState.Planned || row.State == PlanActionState.UnderWay) && row.EndsOn < today);
        }

        return filter.Lead is { Length: > 2 } lead ? LedBy(actions, lead[..2], lead[2..]) : actions;
    }

    private static IQueryable<PlanAction> LedBy(IQueryable<PlanAction> actions, string kind, string which) => (kind, Guid.TryParse(which, out var id)) switch
    {
        (Person, true) => actions.Where(row => row.LeadAccountId == id),
        (Organisation, true) => actions.Where(row => row.LeadOrganisationId == id),
        _ => actions.Where(row => row.LeadName == which),
    };

    private IQueryable<ListedAction> Listed(IQueryable<PlanAction> actions) =>
        from action in actions
        join axis in db.WorkAxes on action.WorkAxisId equals axis.WorkAxisId
        join account in db.Accounts on action.LeadAccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join organisation in db.Organisations on action.LeadOrganisationId equals organisation.OrganisationId into organisations
        from organisation in organisations.DefaultIfEmpty()
        orderby axis.Position, action.EndsOn == null, action.EndsOn, action.PlanActionId
        select new ListedAction
        {
            PlanActionId = action.PlanActionId,
            WorkAxisId = action.WorkAxisId,
            Axis = axis.Title,
            Title = action.Title,
            Lead = action.LeadName ?? account.Name,
            Organisation = organisation.Name,
            StartsOn = action.StartsOn,
            EndsOn = action.EndsOn,
            State = action.State,
            AbandonReason = action.AbandonReason,
            IsPublic = action.IsPublic,
        };
}
