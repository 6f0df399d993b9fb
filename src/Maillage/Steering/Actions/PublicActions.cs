using Maillage.Data;
using Maillage.Network;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>An action as everyone reads it: no name of a person.</summary>
public sealed record PublicAction(Guid WorkAxisId, LocalizedText Title, PlanActionState State, string? Organisation);

/// <summary>What a campus shows everyone of its plan.</summary>
public sealed class PublicActions(MaillageDb db)
{
    /// <summary>More than this is a list that nobody reads.</summary>
    private const int Most = 100;

    /// <summary>By axis, those under way before those planned or done; what was abandoned is not shown.</summary>
    public async Task<ILookup<Guid, PublicAction>> OfAsync(Guid campusId, CancellationToken ct)
    {
        var actions = await (
            from action in db.PlanActions.AsNoTracking()
            where action.CampusId == campusId && action.IsPublic && action.State != PlanActionState.Abandoned
            join organisation in db.Organisations on action.LeadOrganisationId equals organisation.OrganisationId into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby action.EndsOn == null, action.EndsOn, action.PlanActionId
            select new { action.WorkAxisId, action.Title, action.State, Organisation = (string?)organisation.Name }).Take(Most).ToListAsync(ct);
        return actions.OrderBy(row => row.State == PlanActionState.UnderWay ? -1 : (int)row.State)
            .ToLookup(row => row.WorkAxisId, row => new PublicAction(row.WorkAxisId, row.Title, row.State, row.Organisation));
    }
}
