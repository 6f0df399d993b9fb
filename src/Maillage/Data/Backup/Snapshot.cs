using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.Data.Backup;

/// <summary>The tables as they were at one instant, while others go on writing.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private Snapshot(DbConnection connection, DbTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<Snapshot> TakeAsync(Database database, CancellationToken ct)
    {
        var connection = await database.OpenAsync(ct);
        try
        {
            // SQLite: a reader of the write-ahead log sees the same state from its first read on.
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            if (database.Engine == DatabaseEngine.Postgres)
            {
                await connection.ExecuteAsync(transaction, "SET TRANSACTION READ ONLY", ct);
            }

            await connection.ExecuteAsync(transaction, "SELECT number FROM published_revision", ct);
            return new Snapshot(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<long> WriteRowsAsync(ITable table, IReadOnlyList<BackupColumn> columns, Stream to, CancellationToken ct)
    {
        await using var command = _connection.Command(_transaction, $"SELECT {Sql.Names(columns.Select(column => column.Name))} FROM {Sql.Name(table.Name)}");
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await RowFile.WriteAsync(rows, columns, to, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
