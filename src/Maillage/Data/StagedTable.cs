using System.Data.Common;
using Maillage.Data.Backup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Maillage.Data;

/// <summary>Rows of a table that a load inserted, updated, left as they were, and removed.</summary>
internal readonly record struct TableChanges(int Inserted, int Updated, int Unchanged, int Vanished)
{
    public int Moved => Inserted + Updated + Vanished;

    /// <summary>Rows that were there for what the load speaks of.</summary>
    public int Known => Updated + Unchanged + Vanished;

    public static TableChanges operator +(TableChanges one, TableChanges other) => new(
        one.Inserted + other.Inserted, one.Updated + other.Updated, one.Unchanged + other.Unchanged, one.Vanished + other.Vanished);
}

/// <summary>
/// The new content of a table, gathered beside it in bulk and then compared with it by the database. Works inside the
/// current transaction. An empty table is filled at once: there is nothing to compare.
/// </summary>
internal sealed class StagedTable
{
    /// <summary>Property by which data sets that share a table tell their rows.</summary>
    public const string DataSetProperty = "DataSet";

    private readonly MaillageDb _db;
    private readonly TableShape _shape;
    private readonly DbTransaction _transaction;
    private readonly string _table;
    private readonly string? _staged;
    private readonly string? _scope;
    private readonly string? _dataSet;
    private int _written;

    private StagedTable(MaillageDb db, TableShape shape, IProperty? scope, string? dataSet, bool isEmpty)
    {
        (_db, _shape, _transaction) = (db, shape, db.Database.CurrentTransaction!.GetDbTransaction());
        var name = shape.Entity.GetTableName()!;
        (_table, _staged) = (Sql.Name(name), isEmpty ? null : Sql.Name($"staged_{name}"));
        _scope = scope is null ? null : Sql.Name(shape.ColumnOf(scope).Name);
        _dataSet = dataSet;
    }

    /// <param name="scope">What a load speaks of: rows that have none of the values loaded here stay.</param>
    /// <param name="dataSet">The data set whose rows these are, when others share the table.</param>
    public static async Task<StagedTable> OpenAsync(MaillageDb db, TableShape shape, IProperty? scope, string? dataSet, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using var any = connection.Command(transaction, $"SELECT 1 FROM {Sql.Name(shape.Entity.GetTableName()!)} LIMIT 1");
        var table = new StagedTable(db, shape, scope, dataSet, isEmpty: await any.ExecuteScalarAsync(ct) is null);
        if (table._staged is not null)
        {
            await table.ExecuteAsync(
                connection is NpgsqlConnection
                    ? $"CREATE TEMP TABLE {table._staged} (LIKE {table._table}) ON COMMIT DROP"
                    : $"CREATE TEMP TABLE {table._staged} AS SELECT * FROM {table._table} WHERE 0",
                ct);
        }

        return table;
    }

    /// <summary>Adds rows to the new content; no two may have the same key.</summary>
    public async Task WriteAsync(IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var insert = await BulkInsert.IntoAsync(_db, _shape.Entity, _staged, ct);
        foreach (var row in rows)
        {
            await insert.WriteAsync(row, ct);
        }

        await insert.CompleteAsync(ct);
        _written += rows.Count;
    }

    /// <summary>Brings the table to the new content, writing only what differs.</summary>
    public async Task<TableChanges> MergeAsync(CancellationToken ct)
    {
        if (_staged is null)
        {
            return new TableChanges(_written, 0, 0, 0);
        }

        var key = _shape.KeyPlaces.Select(place => Sql.Name(_shape.Columns[place].Name)).ToList();
        var others = _shape.Columns.Where((_, place) => !_shape.KeyPlaces.Contains(place)).Select(column => Sql.Name(column.Name)).ToList();
        var same = string.Join(" AND ", key.Select(name => $"s.{name} = t.{name}"));
        // An index of SQLite is in the schema of its table, which must be said of the index.
        var schema = IsPostgres ? "" : "temp.";
        await ExecuteAsync($"CREATE UNIQUE INDEX {schema}{Sql.Name($"staged_{_shape.Entity.GetTableName()}_key")} ON {_staged} ({string.Join(", ", key)})", ct);
        if (IsPostgres)
        {
            await ExecuteAsync($"ANALYZE {_staged}", ct);
        }

        var vanished = await ExecuteAsync($"DELETE FROM {_table} AS t WHERE NOT EXISTS (SELECT 1 FROM {_staged} AS s WHERE {same}){ScopeOfVanished()}", ct);
        var updated = others.Count == 0
            ? 0
            : await ExecuteAsync(
                $"UPDATE {_table} AS t SET {string.Join(", ", others.Select(name => $"{name} = s.{name}"))} FROM {_staged} AS s "
                + $"WHERE {same} AND ({string.Join(" OR ", others.Select(name => $"t.{name} IS DISTINCT FROM s.{name}"))})",
                ct);
        var names = Sql.Names(_shape.Columns.Select(column => column.Name));
        var inserted = await ExecuteAsync(
            $"INSERT INTO {_table} ({names}) SELECT {names} FROM {_staged} AS s WHERE NOT EXISTS (SELECT 1 FROM {_table} AS t WHERE {same})", ct);
        await ExecuteAsync($"DROP TABLE {_staged}", ct);
        return new TableChanges(inserted, updated, _written - inserted - updated, vanished);
    }

    private bool IsPostgres => _transaction.Connection is NpgsqlConnection;

    private string ScopeOfVanished()
    {
        var scope = _scope is null ? "" : $" AND t.{_scope} IN (SELECT {_scope} FROM {_staged})";
        var dataSetColumn = _shape.Entity.FindProperty(DataSetProperty);
        return _dataSet is null || dataSetColumn is null
            ? scope
            : $"{scope} AND t.{Sql.Name(_shape.ColumnOf(dataSetColumn).Name)} = '{_dataSet.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = _transaction.Connection!.Command(_transaction, sql);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
