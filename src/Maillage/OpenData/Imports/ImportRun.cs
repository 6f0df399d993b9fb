using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.OpenData.Imports;

/// <summary>What came of a file: its rows are in, or nothing was written.</summary>
public enum ImportState
{
    Succeeded,
    Refused,
}

/// <summary>One reading of a producer's file, and what came of it. Rows are those of the file, the rest those of the tables.</summary>
public sealed class ImportRun
{
    public const int FileNameMaxLength = 255;
    public const int VintageMaxLength = 40;
    public const int ScopeMaxLength = 300;
    public const int RefusalMaxLength = 80;

    public Guid ImportRunId { get; init; } = Guid.CreateVersion7();

    public required string DataSet { get; init; }

    /// <summary>Version of the declaration by which it was read.</summary>
    public required int MappingVersion { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Date or year of what the file says, as the producer writes it.</summary>
    public string? Vintage { get; set; }

    /// <summary>What the file speaks of, when several add up: school years, separated by commas; empty otherwise.</summary>
    public string Scope { get; set; } = "";

    public required DateTime StartedAt { get; init; }

    public DateTime FinishedAt { get; set; }

    public ImportState State { get; set; }

    public int Rows { get; set; }

    public int Inserted { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Rows of the file set aside.</summary>
    public int Rejected { get; set; }

    public int Vanished { get; set; }

    /// <summary>Code of the problem for which the file was refused.</summary>
    public string? Refusal { get; set; }

    /// <summary>File of the rows set aside, in the folder <c>imports</c> of the state.</summary>
    public string? RejectFile { get; set; }

    /// <summary>Elapsed time, in milliseconds.</summary>
    public int Milliseconds { get; set; }

    internal ImportRun Count(TableChanges changes)
    {
        (Inserted, Updated, Unchanged, Vanished) = (changes.Inserted, changes.Updated, changes.Unchanged, changes.Vanished);
        return this;
    }
}

public static class ImportTables
{
    extension(MaillageDb db)
    {
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();
    }
}

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("import_runs").IsItsOwnTrace();
        run.HasKey(row => row.ImportRunId);
        run.Property(row => row.DataSet).HasMaxLength(DataSet.NameMaxLength);
        run.Property(row => row.FileName).HasMaxLength(ImportRun.FileNameMaxLength);
        run.Property(row => row.Digest).HasMaxLength(DigestLength);
        run.Property(row => row.Vintage).HasMaxLength(ImportRun.VintageMaxLength);
        run.Property(row => row.Scope).HasMaxLength(ImportRun.ScopeMaxLength);
        run.Property(row => row.Refusal).HasMaxLength(ImportRun.RefusalMaxLength);
        run.Property(row => row.RejectFile).HasMaxLength(ImportRun.FileNameMaxLength);
        run.HasIndex(row => new { row.DataSet, row.StartedAt });
        run.HasIndex(row => row.StartedAt);
    }
}
