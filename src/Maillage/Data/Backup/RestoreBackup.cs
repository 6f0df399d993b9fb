using System.Data.Common;
using Maillage.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Maillage.Data.Backup;

/// <summary>
/// Brings a backup, made on either engine, into an empty state. Everything is checked before anything is written, and
/// the rows appear in one transaction: a restoration that fails or is killed leaves the state empty.
/// </summary>
public sealed class RestoreBackup(Database database)
{
    private const int SqliteForeignKey = 787;

    public async Task<Result<BackupManifest>> ExecuteAsync(string file, string state, CancellationToken ct)
    {
        var opened = await BackupArchive.OpenAsync(file, Room(state), ct);
        if (opened.Failed)
        {
            return opened.Problem;
        }

        using var archive = opened.Value;
        await using var db = database.NewContext();
        var migration = db.Database.GetMigrations().FirstOrDefault(id => MigrationName.Of(id) == archive.Manifest.LastMigration);
        if (migration is null)
        {
            return BackupProblems.UnknownMigration(file, archive.Manifest.LastMigration);
        }

        PrivateStorage.CreateFolder(state);
        await new InterruptedRestore(database).SettleAsync(state, ct);
        if (BackedUpFolders.CheckEmpty(state) is { } fullFolder)
        {
            return fullFolder;
        }

        if (await CheckEmptyAsync(db, ct) is { } fullTable)
        {
            return fullTable;
        }

        // The tables as they were when the backup was made receive its rows; later migrations then apply to these.
        var schema = new ApplyMigrations(database);
        var prepared = await schema.ToAsync(migration, ct);
        if (prepared.Failed)
        {
            return prepared.Problem;
        }

        if (await LoadAsync(db, archive, file, state, ct) is { } failure)
        {
            await new InterruptedRestore(database).SettleAsync(state, CancellationToken.None);
            return failure;
        }

        InterruptedRestore.MoveIntoPlace(state);
        var brought = await schema.ExecuteAsync(ct);
        return brought.Failed ? brought.Problem : archive.Manifest;
    }

    /// <summary>What is left on the disk of a folder that may not exist yet.</summary>
    private static long Room(string state)
    {
        var folder = new DirectoryInfo(state);
        while (!folder.Exists && folder.Parent is { } parent)
        {
            folder = parent;
        }

        return new DriveInfo(folder.FullName).AvailableFreeSpace;
    }

    private async Task<Problem?> CheckEmptyAsync(MaillageDb db, CancellationToken ct)
    {
        if (!(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
        {
            return null;
        }

        await using var target = await RestoreTarget.OpenAsync(database, ct);
        return await EmptyDatabase.CheckAsync(target, db, ct);
    }

    private async Task<Problem?> LoadAsync(MaillageDb db, BackupArchive archive, string file, string state, CancellationToken ct)
    {
        var tables = archive.Manifest.Tables;
        var current = BackupManifest.EntryName;
        try
        {
            await InterruptedRestore.UnpackAsync(archive, state, ct);
            await using var target = await RestoreTarget.OpenAsync(database, ct);
            await target.BeginAsync(tables.Select(table => table.Name), ct);
            if (await EmptyDatabase.CheckAsync(target, db, ct) is { } full)
            {
                return full;
            }

            foreach (var table in tables.Reverse())
            {
                current = table.Name;
                await target.ClearAsync(table.Name, ct);
            }

            foreach (var table in tables)
            {
                current = table.Name;
                await archive.ReadAsync(table, rows => target.LoadAsync(table, rows, ct));
            }

            await target.CommitAsync(ct);
            return null;
        }
        catch (InvalidDataException)
        {
            return BackupProblems.Inconsistent(file, current);
        }
        catch (DbException exception) when (exception is SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return BackupProblems.LinksBroken(file);
        }
        catch (DbException exception)
        {
            return BackupProblems.RowsRefused(current, exception.Message);
        }
    }
}
