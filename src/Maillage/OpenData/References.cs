namespace Maillage.OpenData;

/// <summary>Checks that what rows refer to is in the files that they name.</summary>
public sealed class References(IReadOnlyCollection<FileRows> files, ProblemList problems)
{
    private readonly Dictionary<Reference, HashSet<string>?> _known = [];

    /// <summary>Accepts these values besides those of the column.</summary>
    public References Also(Reference reference, IEnumerable<string> values)
    {
        Known(reference)?.UnionWith(values);
        return this;
    }

    public void Check()
    {
        foreach (var file in files)
        {
            foreach (var column in file.Declaration.Columns.Where(column => column.Reference is not null))
            {
                Check(file, column, column.Reference!);
            }
        }
    }

    private void Check(FileRows file, Column column, Reference reference)
    {
        if (Known(reference) is not { } known)
        {
            return;
        }

        foreach (var row in file.Rows)
        {
            foreach (var item in column.ItemsOf(row.Text(column)).Where(item => !known.Contains(item)))
            {
                problems.Add(DataProblems.ReferenceUnknown, file.Declaration.File, row.Line, column.Name, item, reference.File, reference.Column);
            }
        }
    }

    /// <summary>The values to be found; null when their file could not be read, which is a problem of its own.</summary>
    private HashSet<string>? Known(Reference reference)
    {
        if (!_known.TryGetValue(reference, out var values))
        {
            var file = files.Single(file => file.Declaration.File == reference.File);
            var column = file.Declaration.Columns.Single(column => column.Name == reference.Column);
            values = file.IsComplete ? file.Rows.Select(row => row.Text(column)).ToHashSet(StringComparer.Ordinal) : null;
            _known.Add(reference, values);
        }

        return values;
    }
}
