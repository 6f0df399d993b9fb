using System.Data.Common;
using Npgsql;

namespace Maillage.Data;

/// <summary>
/// Writes rows of values as the database holds them, inside a transaction, at the speed of the engine. While it is open,
/// PostgreSQL takes no other command on the connection.
/// </summary>
internal abstract class RawInsert : IAsyncDisposable
{
    /// <param name="table">As SQL writes it, like the names of <paramref name="columns"/>.</param>
    /// <param name="storeTypes">Type of each column in the database: PostgreSQL must be told it.</param>
    public static async Task<RawInsert> OpenAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<string> storeTypes, CancellationToken ct) =>
        transaction.Connection is NpgsqlConnection postgres
            ? await CopyWriter.OpenAsync(postgres, table, columns, storeTypes, ct)
            : await StatementWriter.OpenAsync(transaction, table, columns, ct);

    public abstract ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct);

    /// <summary>Ends the writing; without this call PostgreSQL keeps none of the rows.</summary>
    public abstract Task CompleteAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    private sealed class StatementWriter(DbCommand statement) : RawInsert
    {
        public static async Task<StatementWriter> OpenAsync(
            DbTransaction transaction, string table, IReadOnlyList<string> columns, CancellationToken ct)
        {
            var statement = transaction.Connection!.CreateCommand();
            statement.Transaction = transaction;
            var parameters = columns.Select((_, index) => $"@p{index}").ToList();
            statement.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})";
            foreach (var name in parameters)
            {
                var parameter = statement.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = DBNull.Value;
                statement.Parameters.Add(parameter);
            }

            await statement.PrepareAsync(ct);
            return new StatementWriter(statement);
        }

        public override async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct)
        {
            for (var index = 0; index < values.Count; index++)
            {
                statement.Parameters[index].Value = values[index] ?? DBNull.Value;
            }

            await statement.ExecuteNonQueryAsync(ct);
        }

        public override Task CompleteAsync(CancellationToken ct) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => statement.DisposeAsync();
    }

    private sealed class CopyWriter(NpgsqlBinaryImporter copy, IReadOnlyList<string> storeTypes) : RawInsert
    {
        public static async Task<CopyWriter> OpenAsync(
            NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyList<string> storeTypes, CancellationToken ct) =>
            new(await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", ct), storeTypes);

        public override async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct)
        {
            await copy.StartRowAsync(ct);
            for (var index = 0; index < values.Count; index++)
            {
                if (values[index] is { } value)
                {
                    await copy.WriteAsync(value, storeTypes[index], ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }

        public override async Task CompleteAsync(CancellationToken ct) => await copy.CompleteAsync(ct);

        public override ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}
