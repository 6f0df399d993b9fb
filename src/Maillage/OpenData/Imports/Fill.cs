using System.Linq.Expressions;
using Maillage.Data;
using Microsoft.EntityFrameworkCore;

namespace Maillage.OpenData.Imports;

/// <summary>
/// A table that a data set fills. Its primary key is the natural key of its rows. When its entity has a property
/// <c>DataSet</c>, several data sets share the table and each sees only its own rows.
/// </summary>
public abstract class Fill
{
    private protected Fill()
    {
    }

    /// <summary>One entity a row, or none.</summary>
    public static Fill<T> With<T>(Func<ImportRow, T?> map) where T : class => new(row => map(row) is { } entity ? [entity] : []);

    /// <summary>Several entities a row.</summary>
    public static Fill<T> WithMany<T>(Func<ImportRow, IEnumerable<T>> map) where T : class => new(map);

    public abstract Type Entity { get; }

    /// <summary>Rows of the table, those of other data sets included.</summary>
    public abstract Task<int> CountAsync(MaillageDb db, CancellationToken ct);

    internal abstract bool IsScoped { get; }

    internal abstract FillWriter Open(MaillageDb db, DataSet dataSet);
}

/// <summary>A table of <typeparamref name="T"/>.</summary>
public sealed class Fill<T> : Fill where T : class
{
    private readonly Func<ImportRow, IEnumerable<T>> _map;
    private string? _scope;
    private Func<T, T, T>? _merge;
    private bool _keepsFirst;

    internal Fill(Func<ImportRow, IEnumerable<T>> map) => _map = map;

    public override Type Entity => typeof(T);

    public override Task<int> CountAsync(MaillageDb db, CancellationToken ct) => db.Set<T>().CountAsync(ct);

    internal override bool IsScoped => _scope is not null;

    /// <summary>A file replaces only the rows that have the values it brings here: those of its school years.</summary>
    public Fill<T> ScopedBy<TValue>(Expression<Func<T, TValue>> property) =>
        new(_map) { _merge = _merge, _keepsFirst = _keepsFirst, _scope = ((MemberExpression)property.Body).Member.Name };

    /// <summary>Rows of one key become one entity, instead of being rejected after the first.</summary>
    public Fill<T> Merging(Func<T, T, T> merge) => new(_map) { _scope = _scope, _merge = merge };

    /// <summary>The first row of a key speaks for the others, which say the same of this table.</summary>
    public Fill<T> KeepingFirst() => new(_map) { _scope = _scope, _keepsFirst = true };

    internal override FillWriter Open(MaillageDb db, DataSet dataSet)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var scope = _scope is null ? null : entity.FindProperty(_scope);
        var isShared = entity.FindProperty(StagedTable.DataSetProperty) is not null;
        return new FillWriter<T>(entity, isShared ? dataSet.Name : null, _map, _merge, _keepsFirst, scope);
    }
}
