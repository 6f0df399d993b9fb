using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Network.Organisations.Editing;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>A proposal and the organisation that it is about.</summary>
public sealed record WaitingProposal(ImportProposal Proposal, string OrganisationSlug, string OrganisationName);

/// <summary>The proposals that wait for a person.</summary>
public sealed class WaitingProposals(MaillageDb db, OrganisationsOfActor organisations)
{
    public const int PageSize = 50;

    /// <summary>Those that the actor may settle.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken ct)
    {
        var visible = await organisations.VisibleAsync(actor, ct);
        return await Waiting().CountAsync(row => visible.Any(organisation => organisation.OrganisationId == row.OrganisationId), ct);
    }

    /// <summary>The oldest of those that the actor may settle.</summary>
    public async Task<IReadOnlyList<WaitingProposal>> ReadAsync(Actor actor, CancellationToken ct) => await Waiting()
        .Join(await organisations.VisibleAsync(actor, ct), row => row.OrganisationId, row => row.OrganisationId, (proposal, organisation) => new { proposal, organisation.Slug, organisation.Name })
        .OrderBy(row => row.proposal.ProposedAt).ThenBy(row => row.proposal.ImportProposalId).Take(PageSize)
        .Select(row => new WaitingProposal(row.proposal, row.Slug, row.Name))
        .ToListAsync(ct);

    private IQueryable<ImportProposal> Waiting() => db.ImportProposals.AsNoTracking().Where(row => row.State == ProposalState.Waiting);
}
