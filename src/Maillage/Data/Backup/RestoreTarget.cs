using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Maillage.Data.Backup;

/// <summary>The database being restored: one transaction that nobody else writes beside.</summary>
internal abstract class RestoreTarget(DbConnection connection) : IAsyncDisposable
{
    protected DbTransaction? Transaction { get; private set; }

    public static async Task<RestoreTarget> OpenAsync(Database database, CancellationToken ct)
    {
        var connection = await database.OpenAsync(ct);
        return connection is NpgsqlConnection postgres
            ? new PostgresRestoreTarget(postgres)
            : new SqliteRestoreTarget((SqliteConnection)connection);
    }

    /// <summary>Names of the tables that exist.</summary>
    public async Task<IReadOnlySet<string>> TablesAsync(CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await using var command = Command(TablesQuery);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    public async Task<long> CountAsync(string table, CancellationToken ct)
    {
        await using var command = Command($"SELECT count(*) FROM {Sql.Name(table)}");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Opens the transaction and keeps every other writer out of these tables until its end.</summary>
    public async Task BeginAsync(IEnumerable<string> tables, CancellationToken ct)
    {
        await BeforeAsync(ct);
        Transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(LockStatement(tables), ct);
    }

    public Task ClearAsync(string table, CancellationToken ct) => ExecuteAsync($"DELETE FROM {Sql.Name(table)}", ct);

    /// <returns>How many rows were written.</returns>
    public async Task<long> LoadAsync(BackupTable table, Stream rows, CancellationToken ct)
    {
        var names = table.Columns.Select(column => Sql.Name(column.Name)).ToList();
        var types = await TypesAsync(table.Name, names, ct);
        long count;
        await using (var writer = await RawInsert.OpenAsync(Transaction!, Sql.Name(table.Name), names, types, ct))
        {
            count = await RowFile.ReadAsync(rows, table.Columns, row => writer.WriteAsync(row, ct));
            await writer.CompleteAsync(ct);
        }

        await AfterAsync(table, ct);
        return count;
    }

    public Task CommitAsync(CancellationToken ct) => Transaction!.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            await Transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    protected abstract string TablesQuery { get; }

    protected abstract string LockStatement(IEnumerable<string> tables);

    protected abstract Task BeforeAsync(CancellationToken ct);

    protected abstract Task AfterAsync(BackupTable table, CancellationToken ct);

    protected Task ExecuteAsync(string sql, CancellationToken ct) => connection.ExecuteAsync(Transaction, sql, ct);

    protected DbCommand Command(string sql) => connection.Command(Transaction, sql);

    /// <summary>The types of the columns as they are there, which may be those of an older model.</summary>
    private async Task<IReadOnlyList<string>> TypesAsync(string table, IReadOnlyList<string> columns, CancellationToken ct)
    {
        await using var command = Command($"SELECT {string.Join(", ", columns)} FROM {Sql.Name(table)} LIMIT 0");
        await using var none = await command.ExecuteReaderAsync(ct);
        return [.. columns.Select((_, place) => none.GetDataTypeName(place))];
    }
}
