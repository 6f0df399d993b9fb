using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData;

/// <summary>What moved in a data file since it was last loaded, row by row.</summary>
public sealed class RowChanges
{
    private readonly IReadOnlyDictionary<string, string> _digests;

    private RowChanges(FileRows file, IReadOnlyDictionary<string, string> digests, IReadOnlyDictionary<string, string> loaded)
    {
        _digests = digests;
        File = file;
        Inserted = [.. file.Rows.Where(row => !loaded.ContainsKey(row.Key))];
        Updated = [.. file.Rows.Where(row => loaded.TryGetValue(row.Key, out var digest) && digest != digests[row.Key])];
        Vanished = [.. loaded.Keys.Where(key => !digests.ContainsKey(key))];
    }

    public FileRows File { get; }

    public IReadOnlyList<FileRow> Inserted { get; }

    public IReadOnlyList<FileRow> Updated { get; }

    /// <summary>Keys of the rows that are no longer in the file.</summary>
    public IReadOnlyList<string> Vanished { get; }

    public int Unchanged => File.Rows.Count - Inserted.Count - Updated.Count;

    public bool IsEmpty => Inserted.Count + Updated.Count + Vanished.Count == 0;

    /// <summary>Rows whose values are to be written.</summary>
    public IEnumerable<FileRow> Written => Inserted.Concat(Updated);

    /// <summary>Keys of the rows that were loaded before, to be written again or removed.</summary>
    public IReadOnlyList<string> KnownKeys => [.. Updated.Select(row => row.Key), .. Vanished];

    /// <summary>Keys of the rows to be written or removed.</summary>
    public IReadOnlyList<string> TouchedKeys => [.. Written.Select(row => row.Key), .. Vanished];

    /// <summary>Compares a file with what was last loaded from it.</summary>
    /// <param name="writtenFrom">What a row is written from besides its own cells, when another file tells it.</param>
    public static async Task<RowChanges> FindAsync(MaillageDb db, FileRows file, Func<FileRow, string?>? writtenFrom, CancellationToken ct)
    {
        var loaded = await db.LoadedRows.AsNoTracking()
            .Where(row => row.DataSet == file.Declaration.DataSet)
            .Select(row => new { row.Key, row.Digest })
            .ToDictionaryAsync(row => row.Key, row => row.Digest, StringComparer.Ordinal, ct);
        var digests = file.Rows.ToDictionary(row => row.Key, row => row.Digest(writtenFrom?.Invoke(row)), StringComparer.Ordinal);
        return new RowChanges(file, digests, loaded);
    }

    /// <summary>The changes of a file known to be the one last loaded.</summary>
    public static RowChanges None(FileRows file)
    {
        var digests = file.Rows.ToDictionary(row => row.Key, _ => "", StringComparer.Ordinal);
        return new RowChanges(file, digests, digests);
    }

    /// <summary>Remembers the rows as loaded, in the current transaction.</summary>
    public async Task RememberAsync(MaillageDb db, CancellationToken ct)
    {
        if (IsEmpty)
        {
            return;
        }

        var dataSet = File.Declaration.DataSet;
        await db.LoadedRows.Where(row => row.DataSet == dataSet).ExecuteDeleteAsync(ct);
        await db.BulkInsertAsync(_digests.Select(row => new LoadedRow { DataSet = dataSet, Key = row.Key, Digest = row.Value }), ct);
    }

    public DataSetLoad ToLoad(DateTime loadedAt) => new()
    {
        DataSet = File.Declaration.DataSet,
        Digest = File.FileDigest,
        LoadedAt = loadedAt,
        Inserted = Inserted.Count,
        Updated = Updated.Count,
        Unchanged = Unchanged,
        Vanished = Vanished.Count,
    };
}
