using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>Writes an action into the plan of a campus, changes what is said of it, or takes it out.</summary>
public sealed class PlanAnAction(MaillageDb db, OpenCampus open, OpenAction openAction, PossibleLeads leads, AttachFile files, TimeProvider clock)
{
    /// <param name="Axis">Under which axis of the campus.</param>
    /// <param name="Title">In French.</param>
    /// <param name="TitleEn">In English, where it was translated.</param>
    /// <param name="Lead">Account of a person of the team.</param>
    /// <param name="LeadName">Name of someone who has no account.</param>
    /// <param name="Organisation">Organisation of the network that leads it.</param>
    /// <param name="StartsOn">As browsers send a day.</param>
    /// <param name="EndsOn">Last day, sent likewise.</param>
    public sealed record Input(
        Guid? Axis, string? Title, string? TitleEn, string? Description, Guid? Lead, string? LeadName, Guid? Organisation, string? StartsOn, string? EndsOn, bool IsPublic);

    /// <returns>Identifier of the action.</returns>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result<Guid>> AddAsync(Actor actor, Guid campusId, Input input, CancellationToken ct)
    {
        var opened = await open.ForTeamAsync(actor, campusId, ct);
        var action = new PlanAction { CampusId = campusId, WorkAxisId = default, Title = new LocalizedText(""), UpdatedAt = clock.UtcNow() };
        if (await FillAsync(action, opened, input, ct) is { } wrong)
        {
            return wrong;
        }

        if (await db.PlanActions.CountAsync(row => row.CampusId == campusId, ct) >= PlanAction.MostOfACampus)
        {
            return SteeringProblems.TooManyActions;
        }

        db.Add(action);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.ActionPlanned), clock, ct);
        return action.PlanActionId;
    }

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid actionId, Input input, int version, CancellationToken ct)
    {
        var (action, opened) = await openAction.FindAsync(actor, actionId, ct);
        if (await FillAsync(action, opened, input, ct) is { } wrong)
        {
            return wrong;
        }

        return version == db.VersionOf(action) ? await db.SaveOrTellAsync(actor.Doing(SteeringActs.ActionChanged), clock, ct) : SteeringProblems.ChangedMeanwhile;
    }

    /// <summary>Takes an action out of the plan with all that goes with it: for what was written by mistake; what is given up is abandoned.</summary>
    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid actionId, CancellationToken ct)
    {
        var (action, _) = await openAction.FindAsync(actor, actionId, ct);
        var evidence = await db.ActionEvidence.Where(row => row.PlanActionId == actionId).ToListAsync(ct);
        db.RemoveRange(evidence);
        await files.RemoveAsync([.. evidence.Select(row => row.AttachedFileId).OfType<Guid>()], ct);
        db.Remove(action);
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.ActionRemoved), clock, ct);
    }

    private async Task<Problem?> FillAsync(PlanAction action, OpenedCampus opened, Input input, CancellationToken ct)
    {
        var (title, english, description, leadName) = (TypedText.OneLine(input.Title), TypedText.OneLine(input.TitleEn), TypedText.Lines(input.Description), TypedText.OneLine(input.LeadName));
        if (opened.Campus.WorkAxes.All(axis => axis.WorkAxisId != input.Axis))
        {
            return SteeringProblems.AxisMissing;
        }

        if (title.Length is 0 or > PlanAction.TitleMaxLength)
        {
            return SteeringProblems.TitleWrong(title.Length);
        }

        if (english.Length > PlanAction.TitleMaxLength)
        {
            return SteeringProblems.TranslationTooLong(english.Length);
        }

        if (description.Length > PlanAction.DescriptionMaxLength)
        {
            return SteeringProblems.DescriptionTooLong(description.Length);
        }

        if (await WrongLeadAsync(action, input, leadName, ct) is { } wrong)
        {
            return wrong;
        }

        if (!TypedText.TryDay(input.StartsOn, out var start))
        {
            return SteeringProblems.DayWrong("startsOn", input.StartsOn);
        }

        if (!TypedText.TryDay(input.EndsOn, out var end))
        {
            return SteeringProblems.DayWrong("endsOn", input.EndsOn);
        }

        if (end < start)
        {
            return SteeringProblems.EndsBeforeItStarts;
        }

        (action.WorkAxisId, action.Title, action.Description) = (input.Axis!.Value, new LocalizedText(title, english.OrNone()), description.OrNone());
        (action.LeadAccountId, action.LeadName, action.LeadOrganisationId) = (input.Lead, leadName.OrNone(), input.Organisation);
        (action.StartsOn, action.EndsOn, action.IsPublic, action.UpdatedAt) = (start, end, input.IsPublic, clock.UtcNow());
        return null;
    }

    /// <summary>Who leads it already may go on, even once they have left the team or the network.</summary>
    private async Task<Problem?> WrongLeadAsync(PlanAction action, Input input, string leadName, CancellationToken ct) =>
        leadName.Length > PlanAction.NameMaxLength ? SteeringProblems.LeadNameTooLong(leadName.Length)
        : leadName.Length > 0 && input.Lead is not null ? SteeringProblems.TwoLeads
        : input.Lead is { } lead && lead != action.LeadAccountId && !await leads.IsPersonAsync(action.CampusId, lead, ct) ? SteeringProblems.LeadUnknown
        : input.Organisation is { } organisation && organisation != action.LeadOrganisationId && !await leads.IsOrganisationAsync(action.CampusId, organisation, ct) ? SteeringProblems.OrganisationUnknown
        : null;
}
