using Microsoft.Data.Sqlite;

namespace Maillage.Data.Backup;

internal sealed class SqliteRestoreTarget(SqliteConnection connection) : RestoreTarget(connection)
{
    private const int CacheKibibytes = 64 * 1024;

    protected override string TablesQuery => "SELECT name FROM sqlite_master WHERE type = 'table'";

    // The transaction, begun as a writer, keeps the others out by itself. Links are checked at its end: a row may refer
    // to a later row of its own table.
    protected override string LockStatement(IEnumerable<string> tables) => "PRAGMA defer_foreign_keys = ON";

    // Files are moved into place once the rows are there: a power cut must not take the rows back. Rows come in no order
    // of their keys: the pages of the indexes that they touch are to stay in memory.
    protected override Task BeforeAsync(CancellationToken ct) =>
        ExecuteAsync($"PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes}", ct);

    protected override Task AfterAsync(BackupTable table, CancellationToken ct) => Task.CompletedTask;
}
