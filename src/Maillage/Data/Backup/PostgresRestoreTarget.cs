using Npgsql;

namespace Maillage.Data.Backup;

/// <summary>One COPY per table is one statement: links from a row to a later row of its table are checked at its end.</summary>
internal sealed class PostgresRestoreTarget(NpgsqlConnection connection) : RestoreTarget(connection)
{
    protected override string TablesQuery =>
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";

    protected override string LockStatement(IEnumerable<string> tables) => $"LOCK TABLE {Sql.Names(tables)} IN SHARE ROW EXCLUSIVE MODE";

    protected override Task BeforeAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The next number that the database gives must come after those restored.</summary>
    protected override async Task AfterAsync(BackupTable table, CancellationToken ct)
    {
        foreach (var column in table.Columns.Where(column => column.Kind == ColumnKind.Whole))
        {
            await using var command = Command(
                $"SELECT setval(sequence::regclass, (SELECT max({Sql.Name(column.Name)}) FROM {Sql.Name(table.Name)})) " +
                "FROM (SELECT pg_get_serial_sequence($1, $2) AS sequence) AS own WHERE sequence IS NOT NULL");
            command.Parameters.Add(new NpgsqlParameter { Value = Sql.Name(table.Name) });
            command.Parameters.Add(new NpgsqlParameter { Value = column.Name });
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
