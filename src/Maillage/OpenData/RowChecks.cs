namespace Maillage.OpenData;

/// <summary>Reads the cells of each row as declared, and remembers what must not come twice.</summary>
internal sealed class RowChecks(FileDeclaration declaration, ProblemList problems)
{
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Column, string Value), int> _unique = [];

    public FileRow Row(int line, string[] cells)
    {
        var values = new object?[cells.Length];
        for (var index = 0; index < cells.Length; index++)
        {
            var column = declaration.Columns[index];
            var fault = column.Read(cells[index], out values[index]);
            fault = FormFault(cells[index]) ?? fault;
            if (fault is null && column.IsUnique && cells[index].Length > 0 && !_unique.TryAdd((index, cells[index]), line))
            {
                fault = new CellFault(DataProblems.ValueRepeated, _unique[(index, cells[index])]);
            }

            if (fault is not null)
            {
                problems.Add(fault.Code, declaration.File, line, column.Name, cells[index], fault.More);
            }
        }

        var row = new FileRow(declaration, line, cells, values);
        if (!_keys.TryAdd(row.Key, line))
        {
            problems.Add(DataProblems.KeyRepeated, declaration.File, line, string.Join(", ", declaration.Key.Select(column => column.Name)), row.Key, _keys[row.Key]);
        }

        return row;
    }

    private static CellFault? FormFault(string cell)
    {
        if (cell.AsSpan().Trim().Length != cell.Length)
        {
            return new CellFault(DataProblems.ValueSurroundingSpace);
        }

        return cell.Any(char.IsControl) ? new CellFault(DataProblems.ValueControlCharacter) : null;
    }
}
