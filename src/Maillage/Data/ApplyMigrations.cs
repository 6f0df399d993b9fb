using System.Data.Common;
using Maillage.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Data;

/// <summary>Creates the database when it is missing and brings its tables to the present model.</summary>
public sealed class ApplyMigrations(Database database)
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <returns>The migrations applied, in order; none when the database was up to date.</returns>
    public async Task<Result<IReadOnlyList<string>>> ExecuteAsync(CancellationToken ct) =>
        await IsUpToDateAsync(ct) ? (List<string>)[] : await ToAsync(null, ct);

    /// <param name="target">Identifier of a migration of this engine's set, or null for the last one.</param>
    internal async Task<Result<IReadOnlyList<string>>> ToAsync(string? target, CancellationToken ct)
    {
        await using var db = database.NewContext();
        if (await FirstUnknownAsync(db, ct) is { } newer)
        {
            return newer;
        }

        var last = target ?? db.Database.GetMigrations().Last();
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() == last)
        {
            return (List<string>)[];
        }

        await using var alone = database.Engine == DatabaseEngine.Sqlite ? await AloneAsync(ct) : null;
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Where(id => string.CompareOrdinal(id, last) <= 0).ToList();
        await db.Database.MigrateAsync(target, ct);
        return pending;
    }

    /// <summary>The problem of a database that a later version of the product has already changed.</summary>
    internal static async Task<Problem?> FirstUnknownAsync(MaillageDb db, CancellationToken ct)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        return applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? new Problem("data.migration.newer", MigrationName.Of(unknown))
            : null;
    }

    /// <summary>
    /// At most starts nothing is to be done, and one row tells: EF Core, which builds its model before it looks, is asked
    /// only when that row is missing or another.
    /// </summary>
    private async Task<bool> IsUpToDateAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = database.CreateToExisting();
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT MAX(migration_id) FROM \"__EFMigrationsHistory\"";
            return await command.ExecuteScalarAsync(ct) as string == MigrationName.Last(database.Engine);
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>
    /// EF Core's own lock on SQLite is a row, which a process that is killed leaves behind, and on which the next one
    /// waits for ever. Ours is a lock on a file, which the system lifts; whoever holds it knows that such a row is stale.
    /// </summary>
    private async Task<FileStream> AloneAsync(CancellationToken ct)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream? alone;
        while ((alone = TryLock(file + ".migrating")) is null)
        {
            await Task.Delay(BetweenAttempts, ct);
        }

        if (File.Exists(file))
        {
            await using var connection = await database.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
            await command.ExecuteNonQueryAsync(ct);
        }

        return alone;
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
