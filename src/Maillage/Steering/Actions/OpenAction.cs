using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Files;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Access;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>Evidence as a page shows it: what it is, and the file when it is one.</summary>
public sealed record ShownEvidence(ActionEvidence Evidence, StoredFile? File);

/// <summary>All that is known of an action.</summary>
public sealed record OpenedAction(OpenedCampus Opened, PlanAction Action, int Version)
{
    /// <summary>Name of the person of the team who leads it.</summary>
    public string? LeadPerson { get; init; }

    public Organisation? LeadOrganisation { get; init; }

    public IReadOnlyList<Organisation> Partners { get; init; } = [];

    public IReadOnlyList<(ActionIndicator Indicator, int Version)> Indicators { get; init; } = [];

    public IReadOnlyList<ShownEvidence> Evidence { get; init; } = [];

    public WorkAxis? Axis => Opened.Campus.WorkAxes.FirstOrDefault(axis => axis.WorkAxisId == Action.WorkAxisId);
}

/// <summary>Gives an action to those who run its campus.</summary>
public sealed class OpenAction(MaillageDb db, OpenCampus open)
{
    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<OpenedAction> ReadAsync(Actor actor, Guid actionId, CancellationToken ct)
    {
        var (action, opened) = await FindAsync(actor, actionId, ct);
        var partners = db.ActionPartners.Where(row => row.PlanActionId == actionId).Select(row => row.OrganisationId);
        var files = db.AttachedFiles.Join(db.StoredFiles, row => row.StoredFileId, row => row.StoredFileId, (attached, stored) => new { attached.AttachedFileId, stored });
        var evidence = from row in db.ActionEvidence
                       where row.PlanActionId == actionId
                       join file in files on row.AttachedFileId equals file.AttachedFileId into found
                       from file in found.DefaultIfEmpty()
                       orderby row.AddedAt, row.ActionEvidenceId
                       select new { row, file.stored };
        return new OpenedAction(opened, action, db.VersionOf(action))
        {
            LeadPerson = await db.Accounts.Where(row => row.Id == action.LeadAccountId).Select(row => row.Name).SingleOrDefaultAsync(ct),
            LeadOrganisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == action.LeadOrganisationId, ct),
            Partners = await db.Organisations.AsNoTracking().Where(row => partners.Contains(row.OrganisationId)).OrderBy(row => row.FoldedName).Take(PlanAction.MostPartners).ToListAsync(ct),
            Indicators = [.. (await db.ActionIndicators.Where(row => row.PlanActionId == actionId).OrderBy(row => row.ActionIndicatorId).Take(PlanAction.MostIndicators).ToListAsync(ct)).Select(row => (row, db.VersionOf(row)))],
            Evidence = [.. (await evidence.AsNoTracking().Take(PlanAction.MostEvidence).ToListAsync(ct)).Select(pair => new ShownEvidence(pair.row, pair.stored))],
        };
    }

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<(PlanAction Action, OpenedCampus Opened)> FindAsync(Actor actor, Guid actionId, CancellationToken ct)
    {
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var action = await db.PlanActions.SingleOrDefaultAsync(row => row.PlanActionId == actionId, ct) ?? throw new NotFound("The action");
        return (action, await open.ForTeamAsync(actor, action.CampusId, ct));
    }
}
