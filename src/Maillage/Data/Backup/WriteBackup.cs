using System.IO.Compression;
using System.Text.Json;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Data.Backup;

/// <summary>
/// Saves everything that cannot be rebuilt, tables and files, in one archive that either engine can restore. The file
/// appears under its name when it is whole, never before.
/// </summary>
public sealed class WriteBackup(Database database, TimeProvider clock)
{
    public async Task<Result<BackupManifest>> ExecuteAsync(string file, string state, CancellationToken ct)
    {
        if (Path.Exists(file))
        {
            return BackupProblems.Exists(file);
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            return BackupProblems.NoFolder(file);
        }

        if (BackedUpFolders.Contain(state, file))
        {
            return BackupProblems.InsideState(file);
        }

        await using var db = database.NewContext();
        if (await ApplyMigrations.FirstUnknownAsync(db, ct) is { } newer)
        {
            return newer;
        }

        if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } pending)
        {
            return BackupProblems.PendingMigrations(pending);
        }

        var unfinished = file + ".partial";
        if (OpenAlone(unfinished) is not { } stream)
        {
            return BackupProblems.UnderWay(file);
        }

        BackupManifest manifest;
        try
        {
            await using (stream)
            {
                manifest = await WriteAsync(stream, db, state, ct);
                await BackupSeal.SetAsync(stream, ct);
                stream.Flush(flushToDisk: true);
            }
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        File.Move(unfinished, file, overwrite: false);
        return manifest;
    }

    /// <summary>What a backup that was killed left behind is written over; what another process is writing is not.</summary>
    private static FileStream? OpenAlone(string path)
    {
        try
        {
            return PrivateStorage.CreateFile(path);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private async Task<BackupManifest> WriteAsync(FileStream stream, MaillageDb db, string state, CancellationToken ct)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        zip.Comment = BackupSeal.Blank;
        await using var snapshot = await Snapshot.TakeAsync(database, ct);
        var manifest = new BackupManifest
        {
            Format = BackupManifest.TheFormat,
            Product = BackupManifest.TheProduct,
            Engine = database.Engine,
            CreatedAt = clock.UtcNow(),
            LastMigration = MigrationName.Of(db.Database.GetMigrations().Last()),
            Tables = await WriteTablesAsync(zip, snapshot, db, ct),
            Files = await WriteFilesAsync(zip, state, ct),
        };

        var entry = zip.CreateEntry(BackupManifest.EntryName);
        await using var json = await entry.OpenAsync(ct);
        await JsonSerializer.SerializeAsync(json, manifest, BackupManifest.Json, ct);
        return manifest;
    }

    private static async Task<IReadOnlyList<BackupTable>> WriteTablesAsync(ZipArchive zip, Snapshot snapshot, MaillageDb db, CancellationToken ct)
    {
        var written = new List<BackupTable>();
        foreach (var table in BackupTables.Of(db))
        {
            var columns = BackupTables.Columns(table);
            var name = $"tables/{written.Count + 1:000}-{table.Name}.jsonl";
            await using var stream = new DigestStream(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct));
            var rows = await snapshot.WriteRowsAsync(table, columns, stream, ct);
            written.Add(new BackupTable(table.Name, rows, columns, name, stream.Bytes, stream.Sha256()));
        }

        return written;
    }

    private static async Task<IReadOnlyList<BackupEntry>> WriteFilesAsync(ZipArchive zip, string state, CancellationToken ct)
    {
        var written = new List<BackupEntry>();
        foreach (var (path, name) in BackedUpFolders.Files(state))
        {
            await using var from = OpenIfThere(path);
            if (from is null)
            {
                continue;
            }

            await using var to = new DigestStream(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct));
            await from.CopyToAsync(to, ct);
            written.Add(new BackupEntry(name, to.Bytes, to.Sha256()));
        }

        return written;
    }

    /// <summary>A file deleted since the folder was listed belongs to no row of the snapshot that still matters.</summary>
    private static FileStream? OpenIfThere(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
