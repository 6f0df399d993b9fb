namespace Maillage.OpenData;

/// <summary>Finds the declared columns in the header of a file.</summary>
internal sealed class HeaderReader(FileDeclaration declaration, ProblemList problems)
{
    private const int Line = 1;

    /// <summary>The place of each declared column in the file; null when one is missing or said twice.</summary>
    public int[]? Read(string[] header)
    {
        var repeated = header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        foreach (var name in repeated)
        {
            problems.Add(DataProblems.ColumnRepeated, declaration.File, Line, name, name);
        }

        var declared = declaration.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        if (!declaration.AllowsOtherColumns)
        {
            foreach (var name in header.Where(name => !declared.Contains(name)))
            {
                problems.Add(DataProblems.ColumnUnknown, declaration.File, Line, name, name);
            }
        }

        var places = declaration.Columns.Select(column => Array.IndexOf(header, column.Name)).ToArray();
        for (var index = 0; index < places.Length; index++)
        {
            if (places[index] < 0)
            {
                problems.Add(DataProblems.ColumnMissing, declaration.File, Line, declaration.Columns[index].Name, null);
            }
        }

        return repeated.Count > 0 || places.Contains(-1) ? null : places;
    }
}
