using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Maillage.Data;

/// <summary>
/// Writes many rows of one table at the speed of the engine: a prepared statement on SQLite, a binary COPY on PostgreSQL.
/// Columns and conversions are those of the model. It goes round the change tracker, works inside the current
/// transaction, and leaves the published revision to its caller (<see cref="PublishedRevisions.BumpRevisionAsync"/>).
/// While it is open, PostgreSQL takes no other command on the connection.
/// </summary>
public sealed class BulkInsert : IAsyncDisposable
{
    private readonly IRowWriter _rows;

    private BulkInsert(IReadOnlyList<BulkColumn> columns, IRowWriter rows) => (Columns, _rows) = (columns, rows);

    /// <summary>The columns of the table, in the order in which values are given.</summary>
    public IReadOnlyList<BulkColumn> Columns { get; }

    public int Count { get; private set; }

    /// <exception cref="InvalidOperationException">No transaction is open: a bulk insert is never left half done.</exception>
    public static async Task<BulkInsert> IntoAsync(MaillageDb db, IEntityType entity, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Begin a transaction before a bulk insert.");
        var columns = ColumnsOf(entity);
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var names = columns.Select(column => sql.DelimitIdentifier(column.Name)).ToList();
        IRowWriter rows = transaction.Connection switch
        {
            NpgsqlConnection postgres => await CopyWriter.OpenAsync(postgres, table, names, columns, ct),
            var connection => await StatementWriter.OpenAsync(connection!, transaction, table, names, ct),
        };
        return new BulkInsert(columns, rows);
    }

    /// <summary>The columns of an entity's table, as the model maps them.</summary>
    public static IReadOnlyList<BulkColumn> ColumnsOf(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return [.. entity.GetFlattenedProperties().Select(property => new BulkColumn(property.GetColumnName(table)!, property))];
    }

    /// <summary>Writes one row from values as the database holds them, in the order of <see cref="Columns"/>.</summary>
    public async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct)
    {
        await _rows.WriteAsync(values, ct);
        Count++;
    }

    /// <summary>Writes one entity.</summary>
    public ValueTask WriteEntityAsync(object entity, CancellationToken ct)
    {
        var values = new object?[Columns.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Columns[index].ValueOf(entity);
        }

        return WriteAsync(values, ct);
    }

    /// <summary>Ends the insert; without this call PostgreSQL keeps none of its rows.</summary>
    public Task CompleteAsync(CancellationToken ct) => _rows.CompleteAsync(ct);

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    private interface IRowWriter : IAsyncDisposable
    {
        ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct);

        Task CompleteAsync(CancellationToken ct);
    }

    private sealed class StatementWriter(DbCommand statement) : IRowWriter
    {
        public static async Task<StatementWriter> OpenAsync(
            DbConnection connection, DbTransaction transaction, string table, List<string> names, CancellationToken ct)
        {
            var statement = connection.CreateCommand();
            statement.Transaction = transaction;
            var parameters = names.Select((_, index) => $"@p{index}").ToList();
            statement.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", parameters)})";
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

        public async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct)
        {
            for (var index = 0; index < values.Count; index++)
            {
                statement.Parameters[index].Value = values[index] ?? DBNull.Value;
            }

            await statement.ExecuteNonQueryAsync(ct);
        }

        public Task CompleteAsync(CancellationToken ct) => Task.CompletedTask;

        public ValueTask DisposeAsync() => statement.DisposeAsync();
    }

    private sealed class CopyWriter(NpgsqlBinaryImporter copy, IReadOnlyList<BulkColumn> columns) : IRowWriter
    {
        public static async Task<CopyWriter> OpenAsync(
            NpgsqlConnection connection, string table, List<string> names, IReadOnlyList<BulkColumn> columns, CancellationToken ct) =>
            new(await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)", ct), columns);

        public async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken ct)
        {
            await copy.StartRowAsync(ct);
            for (var index = 0; index < values.Count; index++)
            {
                if (values[index] is { } value)
                {
                    await copy.WriteAsync(value, columns[index].StoreType, ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }

        public async Task CompleteAsync(CancellationToken ct) => await copy.CompleteAsync(ct);

        public ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}

/// <summary>A column of a table and the property that fills it, through its conversion.</summary>
public sealed class BulkColumn
{
    private readonly Func<object?, object?> _convert;

    internal BulkColumn(string name, IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        (Name, Property, StoreType) = (name, property, mapping.StoreTypeNameBase);
        ClrType = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        _convert = mapping.Converter?.ConvertToProvider ?? (value => value);
    }

    /// <summary>Name in the database.</summary>
    public string Name { get; }

    public IProperty Property { get; }

    /// <summary>Type of the values that the database holds, without nullability.</summary>
    public Type ClrType { get; }

    internal string StoreType { get; }

    /// <summary>What the database holds for this entity; a property that lives in the model alone has its default.</summary>
    internal object? ValueOf(object entity) => Property.IsShadowProperty()
        ? (Property.IsNullable ? null : Activator.CreateInstance(ClrType))
        : _convert(Property.GetGetter().GetClrValueUsingContainingEntity(entity));
}

public static class BulkInserts
{
    /// <summary>Inserts entities in the current transaction and returns how many.</summary>
    public static async Task<int> BulkInsertAsync<T>(this MaillageDb db, IEnumerable<T> entities, CancellationToken ct) where T : class
    {
        await using var insert = await BulkInsert.IntoAsync(db, db.Model.FindEntityType(typeof(T))!, ct);
        foreach (var entity in entities)
        {
            await insert.WriteEntityAsync(entity, ct);
        }

        await insert.CompleteAsync(ct);
        return insert.Count;
    }
}
