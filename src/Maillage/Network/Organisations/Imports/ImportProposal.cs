using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Network.Organisations.Imports;

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    Waiting,

    /// <summary>A person kept the value that was present.</summary>
    Kept,

    /// <summary>A person took the value of the producer.</summary>
    Taken,
}

/// <summary>A value of a producer that would replace one that a person wrote: a person settles it (<see cref="SettleProposal"/>).</summary>
public sealed class ImportProposal
{
    public const int ValueMaxLength = 700;

    public Guid ImportProposalId { get; init; } = Guid.CreateVersion7();

    public required Guid OrganisationId { get; init; }

    public required OrganisationField Field { get; init; }

    /// <summary>The value present when it was made; null when a person removed it.</summary>
    public string? Present { get; set; }

    public required string Proposed { get; set; }

    /// <summary>Who publishes it.</summary>
    public required string DataSet { get; set; }

    public required DateTime ProposedAt { get; set; }

    public ProposalState State { get; set; }

    public DateTime? SettledAt { get; set; }
}

internal sealed class ImportProposalTable : IEntityTypeConfiguration<ImportProposal>
{
    public void Configure(EntityTypeBuilder<ImportProposal> proposal)
    {
        proposal.ToTable("import_proposals");
        proposal.HasKey(row => row.ImportProposalId);
        proposal.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        proposal.Property(row => row.Present).HasMaxLength(ImportProposal.ValueMaxLength);
        proposal.Property(row => row.Proposed).HasMaxLength(ImportProposal.ValueMaxLength);
        proposal.Property(row => row.DataSet).HasMaxLength(DataSet.NameMaxLength);
        proposal.HasIndex(row => new { row.State, row.ProposedAt });
        // Two imports at once cannot ask the same thing twice.
        proposal.HasIndex(row => new { row.OrganisationId, row.Field }).IsUnique().HasFilter("state = 'waiting'");
    }
}
