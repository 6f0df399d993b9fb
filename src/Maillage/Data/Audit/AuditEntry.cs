using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Data.Audit;

/// <summary>What happened to the thing that an entry is about.</summary>
public enum AuditChange
{
    Added,
    Modified,
    Removed,

    /// <summary>Looked at, where the law or prudence wants looking to leave a trace.</summary>
    Read,

    /// <summary>Many rows at once, counted rather than shown.</summary>
    Counted,
}

/// <summary>One line of the audit: who did what to which thing, when, from where, what it was before and after, and why.</summary>
public sealed class AuditEntry
{
    public const int CodeMaxLength = 100;
    public const int AddressMaxLength = 45;
    public const int ReasonMaxLength = 500;
    public const int SubjectMaxLength = 60;
    public const int KeyMaxLength = 200;
    public const int WithinKeyMaxLength = 36;

    public Guid AuditEntryId { get; init; } = Guid.CreateVersion7();

    /// <summary>The same for all that one act wrote.</summary>
    public required Guid ActId { get; init; }

    /// <summary>UTC instant of the save.</summary>
    public required DateTime At { get; init; }

    public required string ActCode { get; init; }

    public required AuthorKind AuthorKind { get; init; }

    public Guid? AuthorId { get; init; }

    /// <summary>Network address; forgotten before the rest of the entry.</summary>
    public string? Address { get; init; }

    public string? Reason { get; init; }

    public required AuditChange Change { get; init; }

    /// <summary>Name of the table that holds the thing.</summary>
    public required string Subject { get; init; }

    /// <summary>Primary key of the thing, its parts joined by <c>,</c>.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>Key by which those of a perimeter find the entry: that of the thing, or of the campus that keeps it; null where only those who see everything do.</summary>
    public string? WithinKey { get; init; }

    /// <summary>JSON object of the columns that changed, as they were; nothing for a thing added.</summary>
    public string? Before { get; init; }

    /// <summary>JSON object of the columns that changed, as they became; nothing for a thing removed.</summary>
    public string? After { get; init; }
}

public static class AuditTables
{
    extension(MaillageDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries").IsItsOwnTrace();
        entry.HasKey(row => row.AuditEntryId);
        entry.Property(row => row.ActCode).HasMaxLength(AuditEntry.CodeMaxLength);
        entry.Property(row => row.Address).HasMaxLength(AuditEntry.AddressMaxLength);
        entry.Property(row => row.Reason).HasMaxLength(AuditEntry.ReasonMaxLength);
        entry.Property(row => row.Subject).HasMaxLength(AuditEntry.SubjectMaxLength);
        entry.Property(row => row.SubjectKey).HasMaxLength(AuditEntry.KeyMaxLength);
        entry.Property(row => row.WithinKey).HasMaxLength(AuditEntry.WithinKeyMaxLength);
        // Each search of the audit reads the latest first, within one of these.
        entry.HasIndex(row => row.At);
        entry.HasIndex(row => new { row.AuthorId, row.At });
        entry.HasIndex(row => new { row.SubjectKey, row.At });
        entry.HasIndex(row => new { row.WithinKey, row.At });
        entry.HasIndex(row => new { row.ActCode, row.At });
    }
}
