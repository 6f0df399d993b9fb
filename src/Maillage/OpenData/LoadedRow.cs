using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.OpenData;

/// <summary>
/// What a data set last said of one row: its natural key and a digest of its values. A reload writes only rows whose
/// digest moved, so that what people corrected since is left alone, and knows which rows vanished.
/// </summary>
public sealed class LoadedRow
{
    public const int DataSetMaxLength = 60;
    public const int KeyMaxLength = 300;

    public required string DataSet { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the row, in hexadecimal.</summary>
    public required string Digest { get; set; }
}

/// <summary>One load of a data set: the file it read and what came of its rows.</summary>
public sealed class DataSetLoad
{
    public Guid DataSetLoadId { get; init; } = Guid.CreateVersion7();

    public required string DataSet { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>UTC instant of the load.</summary>
    public required DateTime LoadedAt { get; init; }

    public required int Inserted { get; init; }

    public required int Updated { get; init; }

    public required int Unchanged { get; init; }

    public required int Vanished { get; init; }

    /// <summary>Rows of the file.</summary>
    public int Rows => Inserted + Updated + Unchanged;
}

public static class OpenDataTables
{
    extension(MaillageDb db)
    {
        public DbSet<LoadedRow> LoadedRows => db.Set<LoadedRow>();

        public DbSet<DataSetLoad> DataSetLoads => db.Set<DataSetLoad>();
    }
}

internal sealed class LoadTables : IEntityTypeConfiguration<LoadedRow>, IEntityTypeConfiguration<DataSetLoad>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<LoadedRow> row)
    {
        row.ToTable("loaded_rows").IsItsOwnTrace();
        row.HasKey(loaded => new { loaded.DataSet, loaded.Key });
        row.Property(loaded => loaded.DataSet).HasMaxLength(LoadedRow.DataSetMaxLength);
        row.Property(loaded => loaded.Key).HasMaxLength(LoadedRow.KeyMaxLength);
        row.Property(loaded => loaded.Digest).HasMaxLength(DigestLength);
    }

    public void Configure(EntityTypeBuilder<DataSetLoad> load)
    {
        load.ToTable("data_set_loads").IsItsOwnTrace().IsPublished();
        load.HasKey(row => row.DataSetLoadId);
        load.Property(row => row.DataSet).HasMaxLength(LoadedRow.DataSetMaxLength);
        load.Property(row => row.Digest).HasMaxLength(DigestLength);
        load.HasIndex(row => new { row.DataSet, row.LoadedAt });
    }
}
