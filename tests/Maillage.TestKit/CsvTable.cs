using Sylvan.Data.Csv;

namespace Maillage.TestKit;

/// <summary>A small CSV file in memory, to be changed and written back.</summary>
public sealed class CsvTable
{
    private readonly List<string[]> _rows;

    private CsvTable(List<string[]> rows) => _rows = rows;

    public IReadOnlyList<string> Header => _rows[0];

    /// <summary>Number of rows, without the header.</summary>
    public int Count => _rows.Count - 1;

    public static CsvTable Read(string path)
    {
        using var csv = CsvDataReader.Create(path, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',' });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)]);
        }

        return new CsvTable(rows);
    }

    /// <summary>The cell on a line of the file; the first row is on line 2.</summary>
    public string this[int line, string column]
    {
        get => _rows[line - 1][Header.IndexOf(column)];
        set => _rows[line - 1][Header.IndexOf(column)] = value;
    }

    /// <summary>Line of the first row that has this value in a column.</summary>
    public int LineOf(string column, string value) => _rows.FindIndex(1, row => row[Header.IndexOf(column)] == value) + 1;

    public void Add(params string[] row) => _rows.Add(row);

    public void RemoveLines(Func<Func<string, string>, bool> isRemoved) =>
        _rows.RemoveAll(row => row != _rows[0] && isRemoved(column => row[Header.IndexOf(column)]));

    public void Write(string path) => File.WriteAllLines(path, _rows.Select(row => string.Join(',', row.Select(Quoted))));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

internal static class HeaderSearch
{
    public static int IndexOf(this IReadOnlyList<string> header, string column)
    {
        for (var index = 0; index < header.Count; index++)
        {
            if (header[index] == column)
            {
                return index;
            }
        }

        throw new ArgumentException($"No column '{column}'.", nameof(column));
    }
}
