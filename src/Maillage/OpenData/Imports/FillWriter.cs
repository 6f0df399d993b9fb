using System.Globalization;
using Maillage.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maillage.OpenData.Imports;

/// <summary>Takes rows one by one, sets aside those whose key came before, and writes the others in batches.</summary>
internal abstract class FillWriter
{
    /// <summary>Maps a row without keeping anything; its fault when a key of it came before.</summary>
    public abstract RepeatedKey? Take(ImportRow row);

    /// <summary>Keeps what the last row gave.</summary>
    public abstract ValueTask KeepAsync(CancellationToken ct);

    /// <summary>The values that bound what vanishes, in order; empty without a scope.</summary>
    public abstract IEnumerable<string> Scope { get; }

    public abstract Task<TableChanges> FinishAsync(CancellationToken ct);
}

/// <summary>A key that two rows bear: its columns, its value, and the line of the first.</summary>
internal sealed record RepeatedKey(string Columns, string Value, int Line);

internal sealed class FillWriter<T>(StagedTable table, Func<ImportRow, IEnumerable<T>> map, Func<T, T, T>? merge, bool keepsFirst, IProperty? scope) : FillWriter
    where T : class
{
    private const int BatchSize = 5_000;
    private const char KeySeparator = '|';

    private readonly List<(string Key, T Entity, object?[] Values)> _taken = [];
    private readonly List<object?[]> _batch = new(BatchSize);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _merged = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scope = new(StringComparer.Ordinal);
    private readonly BulkColumn? _scopeColumn = table.Columns.FirstOrDefault(column => scope is not null && column.Property == scope);
    private int _line;

    public override IEnumerable<string> Scope => _scope;

    public override RepeatedKey? Take(ImportRow row)
    {
        _taken.Clear();
        _line = row.Line;
        foreach (var entity in map(row))
        {
            var values = table.ValuesOf(entity);
            var key = KeyOf(values);
            if (merge is null && (_lines.TryGetValue(key, out var line) || _taken.Exists(taken => taken.Key == key)))
            {
                if (keepsFirst)
                {
                    continue;
                }

                return new RepeatedKey(string.Join(", ", table.KeyPlaces.Select(place => table.Columns[place].Name)), key, line == 0 ? row.Line : line);
            }

            _taken.Add((key, entity, values));
        }

        return null;
    }

    public override async ValueTask KeepAsync(CancellationToken ct)
    {
        foreach (var (key, entity, values) in _taken)
        {
            if (_scopeColumn is not null)
            {
                _scope.Add(Written(_scopeColumn.ValueOf(entity)));
            }

            if (merge is not null)
            {
                _merged[key] = _merged.TryGetValue(key, out var first) ? merge(first, entity) : entity;
                continue;
            }

            _lines.Add(key, _line);
            await WriteAsync(values, ct);
        }
    }

    public override async Task<TableChanges> FinishAsync(CancellationToken ct)
    {
        foreach (var entity in _merged.Values)
        {
            await WriteAsync(table.ValuesOf(entity), ct);
        }

        await table.WriteAsync(_batch, ct);
        return await table.MergeAsync(ct);
    }

    private async ValueTask WriteAsync(object?[] values, CancellationToken ct)
    {
        _batch.Add(values);
        if (_batch.Count == BatchSize)
        {
            await table.WriteAsync(_batch, ct);
            _batch.Clear();
        }
    }

    private string KeyOf(object?[] values) =>
        table.KeyPlaces is [var only] ? Written(values[only]) : string.Join(KeySeparator, table.KeyPlaces.Select(place => Written(values[place])));

    private static string Written(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
