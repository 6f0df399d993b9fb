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
    private readonly IEntityType _entity;
    private readonly DbTransaction _transaction;
    private readonly string _table;
    private readonly string? _staged;
    private readonly string? _scope;
    private readonly string? _dataSet;
    private int _written;

    private StagedTable(MaillageDb db, IEntityType entity, IProperty? scope, string? dataSet, bool isEmpty)
    {
        (_db, _entity, _transaction) = (db, entity, db.Database.CurrentTransaction!.GetDbTransaction());
        Columns = BulkInsert.ColumnsOf(entity);
        KeyPlaces = [.. entity.FindPrimaryKey()!.Properties.Select(property => Columns.Select((column, index) => (column, index)).First(one => one.column.Property == property).index)];
        var name = entity.GetTableName()!;
        (_table, _staged) = (Sql.Name(name), isEmpty ? null : Sql.Name($"staged_{name}"));
        _scope = scope is null ? null : Sql.Name(Columns.First(column => column.Property == scope).Name);
        _dataSet = dataSet;
    }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>Places in <see cref="Columns"/> of those of the primary key.</summary>
    public IReadOnlyList<int> KeyPlaces { get; }

    /// <param name="scope">What a load speaks of: rows that have none of the values loaded here stay.</param>
    /// <param name="dataSet">The data set whose rows these are, when others share the table.</param>
    public static async Task<StagedTable> OpenAsync(MaillageDb db, IEntityType entity, IProperty? scope, string? dataSet, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await using var any = connection.Command(transaction, $"SELECT 1 FROM {Sql.Name(entity.GetTableName()!)} LIMIT 1");
        var table = new StagedTable(db, entity, scope, dataSet, isEmpty: await any.ExecuteScalarAsync(ct) is null);
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

    /// <summary>What the database will hold of an entity, in the order of <see cref="Columns"/>.</summary>
    public object?[] ValuesOf(object entity)
    {
        var values = new object?[Columns.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Columns[index].ValueOf(entity);
        }

        return values;
    }

    /// <summary>Adds rows to the new content; no two may have the same key.</summary>
    public async Task WriteAsync(IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var insert = await BulkInsert.IntoAsync(_db, _entity, _staged, ct);
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

        var key = KeyPlaces.Select(place => Sql.Name(Columns[place].Name)).ToList();
        var others = Columns.Where((_, place) => !KeyPlaces.Contains(place)).Select(column => Sql.Name(column.Name)).ToList();
        var same = string.Join(" AND ", key.Select(name => $"s.{name} = t.{name}"));
        // An index of SQLite is in the schema of its table, which must be said of the index.
        var schema = IsPostgres ? "" : "temp.";
        await ExecuteAsync($"CREATE UNIQUE INDEX {schema}{Sql.Name($"staged_{_entity.GetTableName()}_key")} ON {_staged} ({string.Join(", ", key)})", ct);
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
        var names = Sql.Names(Columns.Select(column => column.Name));
        var inserted = await ExecuteAsync(
            $"INSERT INTO {_table} ({names}) SELECT {names} FROM {_staged} AS s WHERE NOT EXISTS (SELECT 1 FROM {_table} AS t WHERE {same})", ct);
        await ExecuteAsync($"DROP TABLE {_staged}", ct);
        return new TableChanges(inserted, updated, _written - inserted - updated, vanished);
    }

    private bool IsPostgres => _transaction.Connection is NpgsqlConnection;

    private string ScopeOfVanished()
    {
        var scope = _scope is null ? "" : $" AND t.{_scope} IN (SELECT {_scope} FROM {_staged})";
        var dataSetColumn = _entity.FindProperty(DataSetProperty);
        return _dataSet is null || dataSetColumn is null
            ? scope
            : $"{scope} AND t.{Sql.Name(Columns.First(column => column.Property == dataSetColumn).Name)} = '{_dataSet.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = _transaction.Connection!.Command(_transaction, sql);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
