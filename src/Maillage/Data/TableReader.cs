using System.Data.Common;

namespace Maillage.Data;

/// <summary>
/// Reads whole tables into what is kept in memory, without EF Core: its model and its queries take a second to build, which
/// the first page after a start would wait for, and each row costs a tenth.
/// </summary>
public sealed class TableReader : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private TableReader(DbConnection connection) => _connection = connection;

    public static async Task<TableReader> OpenAsync(Database database, CancellationToken ct) => new(await database.OpenAsync(ct));

    /// <summary>Every row of a table.</summary>
    /// <param name="table">Its name in the database.</param>
    /// <param name="map">Makes of a row what is kept of it.</param>
    /// <param name="ct">Stops the reading.</param>
    public Task<List<T>> ReadAsync<T>(string table, Func<TableRow, T> map, CancellationToken ct) => ReadAsync(table, ["*"], map, ct);

    /// <summary>Every row of a table whose other columns are long.</summary>
    public async Task<List<T>> ReadAsync<T>(string table, IReadOnlyList<string> columns, Func<TableRow, T> map, CancellationToken ct)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table}";
        return await ReadAsync(command, map, ct);
    }

    /// <summary>The rows of a table whose column holds one of these values: few, for each is a parameter.</summary>
    public async Task<List<T>> ReadAsync<T>(
        string table, string column, IReadOnlyCollection<string> values, Func<TableRow, T> map, CancellationToken ct)
    {
        if (values.Count == 0)
        {
            return [];
        }

        await using var command = _connection.CreateCommand();
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{command.Parameters.Count}";
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        command.CommandText = $"SELECT * FROM {table} WHERE {column} IN ({string.Join(", ", values.Select((_, index) => $"@p{index}"))})";
        return await ReadAsync(command, map, ct);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<List<T>> ReadAsync<T>(DbCommand command, Func<TableRow, T> map, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new TableRow(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(map(row));
        }

        return rows;
    }
}
