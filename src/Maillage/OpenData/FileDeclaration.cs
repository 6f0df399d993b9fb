namespace Maillage.OpenData;

/// <summary>A data set read from one CSV file: its name (<c>starter/campuses</c>), its columns, and those that make the key of a row.</summary>
public sealed record FileDeclaration(string DataSet, IReadOnlyList<Column> Key, IReadOnlyList<Column> Columns)
{
    /// <summary>The file as messages name it.</summary>
    public string File => DataSet + ".csv";

    /// <summary>Whether the file may have columns that nobody reads.</summary>
    public bool AllowsOtherColumns { get; init; }

    /// <summary>Name of the file in its folder.</summary>
    public string FileName => Path.GetFileName(File);

    internal int IndexOf(Column column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (ReferenceEquals(Columns[index], column))
            {
                return index;
            }
        }

        throw new ArgumentException($"{DataSet} declares no column '{column.Name}'.", nameof(column));
    }
}
