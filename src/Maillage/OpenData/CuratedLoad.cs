using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData;

/// <summary>A curated file and where it lies.</summary>
public sealed record CuratedFile(FileDeclaration Declaration, string Path);

/// <summary>What moved in each file of a load.</summary>
public sealed class CuratedChanges(IReadOnlyDictionary<FileDeclaration, RowChanges> changes)
{
    public RowChanges this[FileDeclaration declaration] => changes[declaration];

    public IEnumerable<RowChanges> All => changes.Values;
}

/// <summary>
/// Loads curated files that speak of one another, all or nothing: reads one line of the database when none moved, writes
/// only the rows that moved, and a file with a problem leaves everything as it was. Inside a transaction it leaves the end of
/// it to whoever began it.
/// </summary>
public abstract class CuratedLoad(MaillageDb db, TimeProvider clock)
{
    protected MaillageDb Db => db;

    /// <summary>Whether each of these files is the one last loaded.</summary>
    /// <param name="files">The files.</param>
    /// <param name="digests">What <see cref="LoadedDigests"/> read.</param>
    /// <param name="ct">Stops the reading of the files.</param>
    public static async Task<bool> AreLoadedAsync(
        IEnumerable<CuratedFile> files, IReadOnlyDictionary<string, string> digests, CancellationToken ct)
    {
        foreach (var file in files)
        {
            if (!digests.TryGetValue(file.Declaration.DataSet, out var digest) || digest != await FileReader.DigestAsync(file.Path, ct))
            {
                return false;
            }
        }

        return true;
    }

    protected async Task<LoadOutcome> LoadAsync(IReadOnlyList<CuratedFile> files, CancellationToken ct)
    {
        var problems = new ProblemList();
        var reader = new FileReader(problems);
        List<FileRows> read = [.. files.Select(file => reader.Read(file.Declaration, file.Path))];
        await CheckAsync(read, problems, ct);
        return problems.Count > 0 ? LoadOutcome.Of(problems) : await WriteAsync(read, problems, ct);
    }

    /// <summary>Checks what the files say of one another, beyond the form of each cell.</summary>
    protected abstract Task CheckAsync(IReadOnlyList<FileRows> files, ProblemList problems, CancellationToken ct);

    /// <summary>What the rows of a file are written from in other files; a file without it moves only by itself.</summary>
    protected virtual Func<FileRow, string?>? WrittenFrom(FileDeclaration declaration) => null;

    /// <summary>Writes what moved, in the order in which files need one another.</summary>
    protected abstract Task WriteAsync(CuratedChanges changes, RowWriter rows, DateTime now, CancellationToken ct);

    private async Task<LoadOutcome> WriteAsync(IReadOnlyList<FileRows> files, ProblemList problems, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        // First of all, so that two nodes that start together load one after the other: the row of the revision is the lock.
        await db.BumpRevisionAsync(ct);
        var last = await LoadedDigests.ReadAsync(db.Database.GetDbConnection(), ct);
        var now = clock.UtcNow();
        var rows = new RowWriter(db, problems);
        var changes = await ChangesAsync(files, last, ct);

        await WriteAsync(changes, rows, now, ct);
        await rows.RemoveVanishedAsync(ct);
        if (problems.Count > 0)
        {
            return LoadOutcome.Of(problems);
        }

        foreach (var change in changes.All)
        {
            await change.RememberAsync(db, ct);
        }

        var loads = changes.All
            .Where(change => !change.IsEmpty || last.GetValueOrDefault(change.File.Declaration.DataSet) != change.File.FileDigest)
            .Select(change => change.ToLoad(now))
            .ToList();
        if (loads.Count == 0)
        {
            return LoadOutcome.Nothing;
        }

        db.AddRange(loads);
        await db.SaveCountedAsync(Author.Product.Doing(DataActs.CuratedFilesLoaded), clock, ct);
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return LoadOutcome.Of(loads);
    }

    private async Task<CuratedChanges> ChangesAsync(IReadOnlyList<FileRows> files, IReadOnlyDictionary<string, string> last, CancellationToken ct)
    {
        var changes = new Dictionary<FileDeclaration, RowChanges>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
        {
            var writtenFrom = WrittenFrom(file.Declaration);
            var isSame = last.GetValueOrDefault(file.Declaration.DataSet) == file.FileDigest;
            changes.Add(file.Declaration, isSame && writtenFrom is null ? RowChanges.None(file) : await RowChanges.FindAsync(db, file, writtenFrom, ct));
        }

        return new CuratedChanges(changes);
    }
}
