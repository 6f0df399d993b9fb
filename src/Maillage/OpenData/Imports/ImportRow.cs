namespace Maillage.OpenData.Imports;

/// <summary>A row of a producer's file, read as declared. The same object serves every row: map it, do not keep it.</summary>
public sealed class ImportRow
{
    private readonly DataSet _dataSet;
    private readonly object?[] _values;
    private readonly int? _year;

    internal ImportRow(DataSet dataSet, int? year) => (_dataSet, _values, _year) = (dataSet, new object?[dataSet.Columns.Count], year);

    /// <summary>Line of the file on which the row begins; rank of the record in JSON and XML.</summary>
    public int Line { get; internal set; }

    /// <summary>The year that the name of the file tells.</summary>
    /// <exception cref="InvalidOperationException">The data set does not ask for it by <see cref="Vintage.YearOfFileName"/>.</exception>
    public int Year => _dataSet.Vintage.IsYearOfFileName && _year is { } year
        ? year
        : throw new InvalidOperationException($"{_dataSet.Name} does not ask for the year of its file.");

    public string DataSet => _dataSet.Name;

    public T Get<T>(Column<T> column) => (T)_values[IndexOf(column)]!;

    internal void Set(int index, object? value) => _values[index] = value;

    private int IndexOf(Column column)
    {
        for (var index = 0; index < _dataSet.Columns.Count; index++)
        {
            if (ReferenceEquals(_dataSet.Columns[index], column))
            {
                return index;
            }
        }

        throw new ArgumentException($"{_dataSet.Name} declares no column '{column.Name}'.", nameof(column));
    }
}
