using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Steering.Attachments;

/// <summary>A file that goes with something of the steering of a campus: a proof, minutes, an invoice.</summary>
public sealed class AttachedFile
{
    public Guid AttachedFileId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required Guid StoredFileId { get; init; }

    /// <summary>Whether the members of the campus read it too, and not its team alone.</summary>
    public bool IsForMembers { get; set; }
}

internal sealed class AttachedFileTable : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> file)
    {
        file.ToTable("attached_files").LiesWithin(row => row.CampusId);
        file.HasKey(row => row.AttachedFileId);
        file.Property(row => row.AttachedFileId).ValueGeneratedNever();
        file.HasIndex(row => row.CampusId);
        file.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<StoredFile>().WithOne().HasForeignKey<AttachedFile>(row => row.StoredFileId).OnDelete(DeleteBehavior.Restrict);
    }
}
