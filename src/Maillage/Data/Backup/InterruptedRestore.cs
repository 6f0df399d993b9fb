using Microsoft.EntityFrameworkCore;

namespace Maillage.Data.Backup;

/// <summary>
/// A restoration writes the files beside their place, commits the rows, then moves the files. Killed at any moment, it
/// is settled by the next command: files whose rows were committed go to their place, others are thrown away.
/// </summary>
public sealed class InterruptedRestore(Database database)
{
    private const string Unpacking = ".restoring.partial";
    private const string Unpacked = ".restoring";

    public async Task SettleAsync(string state, CancellationToken ct)
    {
        Delete(Path.Combine(state, Unpacking));
        var unpacked = Path.Combine(state, Unpacked);
        if (!Directory.Exists(unpacked))
        {
            return;
        }

        await using var db = database.NewContext();
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Any() && await HoldsRowsAsync(db, ct))
        {
            MoveIntoPlace(state);
        }
        else
        {
            Delete(unpacked);
        }
    }

    /// <summary>Writes the files of the archive where only <see cref="SettleAsync"/> looks for them.</summary>
    internal static async Task UnpackAsync(BackupArchive archive, string state, CancellationToken ct)
    {
        var folder = Path.Combine(state, Unpacking);
        PrivateStorage.CreateFolder(folder);
        foreach (var entry in archive.Manifest.Files)
        {
            var path = Path.Combine(folder, entry.Entry);
            PrivateStorage.CreateFolder(Path.GetDirectoryName(path)!);
            await archive.ReadAsync(entry, async from =>
            {
                await using var to = PrivateStorage.CreateFile(path);
                await from.CopyToAsync(to, ct);
                to.Flush(flushToDisk: true);
                return to.Length;
            });
        }

        Directory.Move(folder, Path.Combine(state, Unpacked));
    }

    internal static void MoveIntoPlace(string state)
    {
        var unpacked = Path.Combine(state, Unpacked);
        foreach (var folder in Directory.EnumerateDirectories(unpacked))
        {
            var place = Path.Combine(state, Path.GetFileName(folder));
            if (Directory.Exists(place))
            {
                Directory.Delete(place);
            }

            Directory.Move(folder, place);
        }

        Directory.Delete(unpacked);
    }

    private async Task<bool> HoldsRowsAsync(MaillageDb db, CancellationToken ct)
    {
        await using var target = await RestoreTarget.OpenAsync(database, ct);
        return await EmptyDatabase.CheckAsync(target, db, ct) is not null;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
