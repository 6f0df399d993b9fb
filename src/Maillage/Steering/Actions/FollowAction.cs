using System.Globalization;
using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Maillage.Steering.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Steering.Actions;

/// <summary>Says how far an action is: its state, with whom, what it has reached, what shows it.</summary>
public sealed class FollowAction(MaillageDb db, OpenAction open, PossibleLeads leads, AttachFile files, TimeProvider clock)
{
    /// <summary>Numbers as people type them, with a comma or a point.</summary>
    public sealed record Indicator(string? Name, string? Unit, string? Target, string? Reached);

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> MoveAsync(Actor actor, Guid actionId, PlanActionEvent what, string? reason, CancellationToken ct)
    {
        var (action, _) = await open.FindAsync(actor, actionId, ct);
        var moved = action.Apply(what, reason);
        if (moved.Failed)
        {
            return moved;
        }

        action.UpdatedAt = clock.UtcNow();
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.ActionMoved), clock, ct);
    }

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> AddPartnerAsync(Actor actor, Guid actionId, Guid? organisation, CancellationToken ct)
    {
        var (action, _) = await open.FindAsync(actor, actionId, ct);
        if (organisation is not { } organisationId || !await leads.IsOrganisationAsync(action.CampusId, organisationId, ct))
        {
            return SteeringProblems.OrganisationUnknown;
        }

        var partners = await db.ActionPartners.Where(row => row.PlanActionId == actionId).Select(row => row.OrganisationId).ToListAsync(ct);
        if (partners.Contains(organisationId))
        {
            return Result.Ok;
        }

        if (partners.Count >= PlanAction.MostPartners)
        {
            return SteeringProblems.TooManyPartners;
        }

        db.Add(new ActionPartner { PlanActionId = actionId, CampusId = action.CampusId, OrganisationId = organisationId });
        await db.SaveChangesAsync(actor.Doing(SteeringActs.PartnerAdded), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task RemovePartnerAsync(Actor actor, Guid actionId, Guid organisationId, CancellationToken ct)
    {
        await open.FindAsync(actor, actionId, ct);
        db.RemoveRange(await db.ActionPartners.Where(row => row.PlanActionId == actionId && row.OrganisationId == organisationId).ToListAsync(ct));
        await db.SaveChangesAsync(actor.Doing(SteeringActs.PartnerRemoved), clock, ct);
    }

    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> AddIndicatorAsync(Actor actor, Guid actionId, Indicator typed, CancellationToken ct)
    {
        var (action, _) = await open.FindAsync(actor, actionId, ct);
        var indicator = new ActionIndicator { PlanActionId = actionId, CampusId = action.CampusId, Name = "" };
        if (Fill(indicator, typed) is { } wrong)
        {
            return wrong;
        }

        if (await db.ActionIndicators.CountAsync(row => row.PlanActionId == actionId, ct) >= PlanAction.MostIndicators)
        {
            return SteeringProblems.TooManyIndicators;
        }

        db.Add(indicator);
        await db.SaveChangesAsync(actor.Doing(SteeringActs.IndicatorAdded), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such indicator, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeIndicatorAsync(Actor actor, Guid actionId, Guid indicatorId, Indicator typed, int version, CancellationToken ct)
    {
        await open.FindAsync(actor, actionId, ct);
        var indicator = await IndicatorAsync(actionId, indicatorId, ct);
        if (Fill(indicator, typed) is { } wrong)
        {
            return wrong;
        }

        return version == db.VersionOf(indicator) ? await db.SaveOrTellAsync(actor.Doing(SteeringActs.IndicatorChanged), clock, ct) : SteeringProblems.ChangedMeanwhile;
    }

    /// <exception cref="NotFound">No such indicator, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveIndicatorAsync(Actor actor, Guid actionId, Guid indicatorId, CancellationToken ct)
    {
        await open.FindAsync(actor, actionId, ct);
        db.Remove(await IndicatorAsync(actionId, indicatorId, ct));
        return await db.SaveOrTellAsync(actor.Doing(SteeringActs.IndicatorRemoved), clock, ct);
    }

    /// <summary>Adds an address, or else a file.</summary>
    /// <exception cref="NotFound">No such action, or not one of a campus that the actor may change.</exception>
    public async Task<Result> AddEvidenceAsync(Actor actor, Guid actionId, string? title, string? address, AttachFile.SentFile? file, CancellationToken ct)
    {
        var (action, _) = await open.FindAsync(actor, actionId, ct);
        var (words, link) = (TypedText.OneLine(title), TypedText.OneLine(address));
        if (words.Length is 0 or > PlanAction.TitleMaxLength)
        {
            return SteeringProblems.TitleWrong(words.Length);
        }

        if (file is null == (link.Length == 0))
        {
            return SteeringProblems.EvidenceMissing;
        }

        if (link.Length > 0 && !IsAddress(link))
        {
            return SteeringProblems.AddressWrong(link);
        }

        if (await db.ActionEvidence.CountAsync(row => row.PlanActionId == actionId, ct) >= PlanAction.MostEvidence)
        {
            return SteeringProblems.TooMuchEvidence;
        }

        Guid? attached = null;
        if (file is not null)
        {
            var kept = await files.AddAsync(actor, action.CampusId, file, ct);
            if (kept.Failed)
            {
                return kept.Problem;
            }

            attached = kept.Value.AttachedFileId;
        }

        db.Add(new ActionEvidence { PlanActionId = actionId, CampusId = action.CampusId, Title = words, Address = link.OrNone(), AttachedFileId = attached, AddedAt = clock.UtcNow() });
        await db.SaveChangesAsync(actor.Doing(SteeringActs.EvidenceAdded), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such evidence, or not one of a campus that the actor may change.</exception>
    public async Task RemoveEvidenceAsync(Actor actor, Guid actionId, Guid evidenceId, CancellationToken ct)
    {
        await open.FindAsync(actor, actionId, ct);
        var evidence = await db.ActionEvidence.SingleOrDefaultAsync(row => row.ActionEvidenceId == evidenceId && row.PlanActionId == actionId, ct) ?? throw new NotFound("The evidence");
        db.Remove(evidence);
        if (evidence.AttachedFileId is { } attached)
        {
            await files.RemoveAsync([attached], ct);
        }

        await db.SaveChangesAsync(actor.Doing(SteeringActs.EvidenceRemoved), clock, ct);
    }

    private async Task<ActionIndicator> IndicatorAsync(Guid actionId, Guid indicatorId, CancellationToken ct) =>
        await db.ActionIndicators.SingleOrDefaultAsync(row => row.ActionIndicatorId == indicatorId && row.PlanActionId == actionId, ct) ?? throw new NotFound("The indicator");

    private static Problem? Fill(ActionIndicator indicator, Indicator typed)
    {
        var (name, unit) = (TypedText.OneLine(typed.Name), TypedText.OneLine(typed.Unit));
        if (name.Length is 0 or > ActionIndicator.NameMaxLength)
        {
            return SteeringProblems.IndicatorNameWrong(name.Length);
        }

        if (unit.Length > ActionIndicator.UnitMaxLength)
        {
            return SteeringProblems.UnitTooLong(unit.Length);
        }

        if (!TryNumber(typed.Target, out var target))
        {
            return SteeringProblems.NumberWrong("target", typed.Target);
        }

        if (!TryNumber(typed.Reached, out var reached))
        {
            return SteeringProblems.NumberWrong("reached", typed.Reached);
        }

        (indicator.Name, indicator.Unit, indicator.Target, indicator.Reached) = (name, unit.OrNone(), target, reached);
        return null;
    }

    private static bool TryNumber(string? typed, out double? number)
    {
        var text = string.Concat(TypedText.OneLine(typed).Where(character => !char.IsWhiteSpace(character))).Replace(',', '.');
        number = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && Math.Abs(read) < ActionIndicator.Bound
            ? read
            : null;
        return number is not null || text.Length == 0;
    }

    private static bool IsAddress(string text) => text.Length <= ActionEvidence.AddressMaxLength
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0;
}
