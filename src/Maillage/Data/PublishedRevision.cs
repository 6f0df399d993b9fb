using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maillage.Data;

/// <summary>
/// One row, one number, moved by every save that visitors may see. A node that remembers the number for which it built
/// an answer knows by one cheap read whether the answer still holds. A second row counts the imports of open data alone:
/// what is read of their large tables is kept while people edit.
/// </summary>
public sealed class PublishedRevision
{
    internal const int TheRow = 1;
    internal const int TheImports = 2;

    public int PublishedRevisionId { get; init; } = TheRow;

    public long Number { get; init; }
}

internal sealed class PublishedRevisionTable : IEntityTypeConfiguration<PublishedRevision>
{
    public void Configure(EntityTypeBuilder<PublishedRevision> revision)
    {
        revision.ToTable("published_revision");
        revision.HasKey(row => row.PublishedRevisionId);
        revision.Property(row => row.PublishedRevisionId).ValueGeneratedNever();
        revision.HasData(new PublishedRevision(), new PublishedRevision { PublishedRevisionId = PublishedRevision.TheImports });
    }
}

public static class PublishedRevisions
{
    /// <summary>Moves the revision in the current transaction; a bulk load that goes round the change tracker calls it itself.</summary>
    public static Task BumpRevisionAsync(this MaillageDb db, CancellationToken ct) =>
        db.Set<PublishedRevision>().Where(row => row.PublishedRevisionId == PublishedRevision.TheRow)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, row => row.Number + 1), ct);

    /// <summary>The same for an import, which moves its own revision too.</summary>
    public static Task BumpImportsAsync(this MaillageDb db, CancellationToken ct) =>
        db.Set<PublishedRevision>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, row => row.Number + 1), ct);
}
