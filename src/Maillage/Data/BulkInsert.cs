using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Maillage.Data;

/// <summary>
/// Writes many rows of one table at the speed of the engine: a prepared statement on SQLite, a binary COPY on PostgreSQL.
/// Columns and conversions are those of the model. It goes round the change tracker, works inside the current
/// transaction, and leaves the published revision to its caller (<see cref="PublishedRevisions.BumpRevisionAsync"/>).
/// While it is open, PostgreSQL takes no other command on the connection.
/// </summary>
public sealed class BulkInsert : IAsyncDisposable
{
    private readonly RawInsert _rows;

    private BulkInsert(IReadOnlyList<BulkColumn> columns, RawInsert rows) => (Columns, _rows) = (columns, rows);

    /// <summary>The columns of the table, in the order in which values are given.</summary>
    public IReadOnlyList<BulkColumn> Columns { get; }

    public int Count { get; private set; }

    /// <exception cref="InvalidOperationException">No transaction is open: a bulk insert is never left half done.</exception>
    public static Task<BulkInsert> IntoAsync(MaillageDb db, IEntityType entity, CancellationToken ct) => IntoAsync(db, entity, null, ct);

    /// <summary>The same into another table that has the same columns, named as SQL writes it.</summary>
    internal static async Task<BulkInsert> IntoAsync(MaillageDb db, IEntityType entity, string? table, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Begin a transaction before a bulk insert.");
        var columns = ColumnsOf(entity);
        var sql = db.GetService<ISqlGenerationHelper>();
        table ??= sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var names = columns.Select(column => sql.DelimitIdentifier(column.Name)).ToList();
        return new BulkInsert(columns, await RawInsert.OpenAsync(transaction, table, names, [.. columns.Select(column => column.StoreType)], ct));
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
