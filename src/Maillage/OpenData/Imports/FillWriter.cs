using System.Globalization;
using Maillage.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.OpenData.Imports;

/// <summary>
/// Takes rows one by one, sets aside those whose key came before and keeps the others, then writes them all: a file is read to
/// its end before the database is locked.
/// </summary>
internal abstract class FillWriter
{
    /// <summary>Maps a row without keeping anything; its fault when a key of it came before.</summary>
    public abstract RepeatedKey? Take(ImportRow row);

    /// <summary>Keeps what the last row gave.</summary>
    public abstract void Keep();

    /// <summary>The values that bound what vanishes, in order; empty without a scope.</summary>
    public abstract IEnumerable<string> Scope { get; }

    /// <summary>Brings the table to what was kept, in the current transaction.</summary>
    public abstract Task<TableChanges> WriteAsync(MaillageDb db, CancellationToken ct);
}

/// <summary>A key that two rows bear: its columns, its value, and the line of the first.</summary>
internal sealed record RepeatedKey(string Columns, string Value, int Line);

internal sealed class FillWriter<T>(
    IEntityType entity, string? dataSet, Func<ImportRow, IEnumerable<T>> map, Func<T, T, T>? merge, bool keepsFirst, IProperty? scope) : FillWriter
    where T : class
{
    private const char KeySeparator = '|';

    private readonly List<(string Key, T Entity, object?[] Values)> _taken = [];
    private readonly TableShape _shape = TableShape.Of(entity);
    private readonly List<object?[]> _rows = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _merged = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scope = new(StringComparer.Ordinal);
    private int _line;

    public override IEnumerable<string> Scope => _scope;

    public override RepeatedKey? Take(ImportRow row)
    {
        _taken.Clear();
        _line = row.Line;
        foreach (var mapped in map(row))
        {
            var values = _shape.ValuesOf(mapped);
            var key = KeyOf(values);
            if (merge is null && (_lines.TryGetValue(key, out var line) || _taken.Exists(taken => taken.Key == key)))
            {
                if (keepsFirst)
                {
                    continue;
                }

                return new RepeatedKey(string.Join(", ", _shape.KeyPlaces.Select(place => _shape.Columns[place].Name)), key, line == 0 ? row.Line : line);
            }

            _taken.Add((key, mapped, values));
        }

        return null;
    }

    public override void Keep()
    {
        foreach (var (key, mapped, values) in _taken)
        {
            if (scope is not null)
            {
                _scope.Add(Written(_shape.ValueOf(mapped, scope)));
            }

            if (merge is not null)
            {
                _merged[key] = _merged.TryGetValue(key, out var first) ? merge(first, mapped) : mapped;
                continue;
            }

            _lines.Add(key, _line);
            _rows.Add(values);
        }
    }

    public override async Task<TableChanges> WriteAsync(MaillageDb db, CancellationToken ct)
    {
        _rows.AddRange(_merged.Values.Select(_shape.ValuesOf));
        var table = await StagedTable.OpenAsync(db, _shape, scope, dataSet, ct);
        await table.WriteAsync(_rows, ct);
        return await table.MergeAsync(ct);
    }

    private string KeyOf(object?[] values) =>
        _shape.KeyPlaces is [var only] ? Written(values[only]) : string.Join(KeySeparator, _shape.KeyPlaces.Select(place => Written(values[place])));

    private static string Written(object? value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
