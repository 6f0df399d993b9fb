using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>A person keeps the value present or takes that of the producer.</summary>
public sealed class SettleProposal(MaillageDb db, NetworkPerimeters perimeters, TimeProvider clock)
{
    /// <param name="actor">Who settles it: it may edit the organisation.</param>
    /// <param name="proposalId">Which proposal.</param>
    /// <param name="take">True to take the value of the producer, false to keep the value present.</param>
    /// <param name="ct">Stops the operation; nothing is then settled.</param>
    /// <exception cref="NotFound">No proposal has this identifier, or it is about an organisation that is not the actor's to edit.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid proposalId, bool take, CancellationToken ct)
    {
        var proposal = await db.ImportProposals.SingleOrDefaultAsync(row => row.ImportProposalId == proposalId, ct) ?? throw new NotFound("The proposal");
        if (!actor.Can(Permission.EditOrganisation, await perimeters.OfOrganisationAsync(proposal.OrganisationId, ct)))
        {
            throw new NotFound("The proposal");
        }

        if (proposal.State != ProposalState.Waiting)
        {
            return ProposalProblems.AlreadySettled;
        }

        var organisation = await db.Organisations.SingleAsync(row => row.OrganisationId == proposal.OrganisationId, ct);
        if (take && await TakeAsync(proposal, organisation, ct) is { } problem)
        {
            return problem;
        }

        (proposal.State, proposal.SettledAt) = (take ? ProposalState.Taken : ProposalState.Kept, clock.UtcNow());
        await db.SaveChangesAsync(actor.Doing(NetworkActs.ProposalSettled), clock, ct);
        return Result.Ok;
    }

    private async Task<Problem?> TakeAsync(ImportProposal proposal, Organisation organisation, CancellationToken ct)
    {
        // What someone wrote since was never seen beside the proposal.
        if (OrganisationFields.Of(organisation, proposal.Field) != proposal.Present)
        {
            return ProposalProblems.ValueMoved;
        }

        if (proposal.Field == OrganisationField.Uai && Uai.TryParse(proposal.Proposed, out var uai)
            && await db.Organisations.AnyAsync(row => row.Uai == uai && row.OrganisationId != organisation.OrganisationId, ct))
        {
            return ProposalProblems.UaiTaken(proposal.Proposed);
        }

        var regions = await db.Departments.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.RegionCode, StringComparer.Ordinal, ct);
        OrganisationFields.Write(organisation, proposal.Field, proposal.Proposed, department => regions.GetValueOrDefault(department));
        organisation.UpdatedAt = clock.UtcNow();
        return null;
    }
}

/// <summary>What prevents a proposal from being settled.</summary>
public static class ProposalProblems
{
    public static readonly Problem AlreadySettled = new("network.proposal.already_settled");

    /// <summary>The value present is no longer the one beside which the producer's was proposed.</summary>
    public static readonly Problem ValueMoved = new("network.proposal.value_moved");

    public static Problem UaiTaken(string uai) => new("network.proposal.uai_taken", uai);
}
