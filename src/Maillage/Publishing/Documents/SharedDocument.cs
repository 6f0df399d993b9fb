using Maillage.Data;
using Maillage.Files;
using Maillage.Network.Campuses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Publishing.Documents;

/// <summary>Who may read a document of a campus.</summary>
public enum DocumentAudience
{
    /// <summary>Those who run the campus, and the authorities of its territory.</summary>
    Team,

    /// <summary>They, and the organisations that are members today.</summary>
    Members,

    /// <summary>Everyone, on the page of the campus.</summary>
    Everyone,
}

/// <summary>A file that a campus shares under a title: a charter, minutes, a leaflet.</summary>
public sealed class SharedDocument
{
    public const int TitleMaxLength = 150;

    public Guid SharedDocumentId { get; init; } = Guid.CreateVersion7();

    public required Guid CampusId { get; init; }

    public required Guid StoredFileId { get; init; }

    public required string Title { get; set; }

    public required DocumentAudience Audience { get; set; }

    /// <summary>UTC instant at which it was shared.</summary>
    public required DateTime SharedAt { get; init; }
}

internal sealed class SharedDocumentTable : IEntityTypeConfiguration<SharedDocument>
{
    public void Configure(EntityTypeBuilder<SharedDocument> document)
    {
        document.ToTable("shared_documents").IsPublished().HasVersion().LiesWithin(row => row.CampusId);
        document.HasKey(row => row.SharedDocumentId);
        document.Property(row => row.SharedDocumentId).ValueGeneratedNever();
        document.Property(row => row.Title).HasMaxLength(SharedDocument.TitleMaxLength);
        document.HasIndex(row => row.CampusId);
        document.HasOne<Campus>().WithMany().HasForeignKey(row => row.CampusId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StoredFile>().WithOne().HasForeignKey<SharedDocument>(row => row.StoredFileId).OnDelete(DeleteBehavior.Restrict);
    }
}
