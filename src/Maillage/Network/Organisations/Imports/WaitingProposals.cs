using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Imports;

/// <summary>A proposal and the organisation that it is about.</summary>
public sealed record WaitingProposal(ImportProposal Proposal, string OrganisationSlug, string OrganisationName);

/// <summary>The proposals that wait for a person.</summary>
public sealed class WaitingProposals(MaillageDb db)
{
    public const int MaxPageSize = 100;

    public Task<int> CountAsync(CancellationToken ct) => db.ImportProposals.CountAsync(row => row.State == ProposalState.Waiting, ct);

    /// <summary>One page of them, the oldest first; pages are numbered from 1.</summary>
    public async Task<IReadOnlyList<WaitingProposal>> PageAsync(int page, int pageSize, CancellationToken ct)
    {
        var size = Math.Clamp(pageSize, 1, MaxPageSize);
        return await db.ImportProposals.AsNoTracking()
            .Where(row => row.State == ProposalState.Waiting)
            .OrderBy(row => row.ProposedAt).ThenBy(row => row.ImportProposalId)
            .Skip((Math.Max(page, 1) - 1) * size).Take(size)
            .Join(db.Organisations, row => row.OrganisationId, row => row.OrganisationId, (proposal, organisation) => new { proposal, organisation.Slug, organisation.Name })
            .Select(row => new WaitingProposal(row.proposal, row.Slug, row.Name))
            .ToListAsync(ct);
    }
}
