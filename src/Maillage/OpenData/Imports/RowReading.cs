using System.Collections.Frozen;
using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>Reads records as a data set declares them: spaces trimmed, words of absence understood, each fault with its place.</summary>
internal sealed class RowReading(DataSet dataSet, Records records, HeaderMatch match, ImportRow row, string file)
{
    private const int LongestMissingWord = 4;

    private static readonly FrozenSet<string> MissingWords =
        new[] { "n.d.", "nd", "na", "nr", "*", "null" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly int _vintage = dataSet.Vintage.Column is { } column ? Array.FindIndex([.. dataSet.Columns], one => ReferenceEquals(one, column)) : -1;

    /// <summary>The greatest text of the column that tells the vintage.</summary>
    public string? Vintage { get; private set; }

    /// <summary>Reads the present record into the row; its faults, none when it is sound.</summary>
    public IReadOnlyList<Problem> Read()
    {
        row.Line = records.Line;
        if (records.WrongCount is var (found, expected))
        {
            return [ProblemList.At(DataProblems.RowFieldCount, file, records.Line, null, found, expected)];
        }

        List<Problem>? problems = null;
        for (var index = 0; index < dataSet.Columns.Count; index++)
        {
            var column = dataSet.Columns[index];
            var text = match.Places[index] is var place and >= 0 ? records.Cell(place).Trim() : "";
            if (column.IsOptional && text.Length <= LongestMissingWord && MissingWords.Contains(text))
            {
                text = "";
            }

            var fault = HasControl(text) ? new CellFault(DataProblems.ValueControlCharacter) : Set(column, index, text);
            if (fault is not null)
            {
                (problems ??= []).Add(ProblemList.At(fault.Code, file, records.Line, column.Name, text, fault.More));
            }
            else if (index == _vintage && string.CompareOrdinal(text, Vintage) > 0)
            {
                Vintage = text;
            }
        }

        return problems ?? (IReadOnlyList<Problem>)[];
    }

    private CellFault? Set(Column column, int index, string text)
    {
        var fault = column.Read(text, out var value);
        row.Set(index, value);
        return fault;
    }

    /// <summary>A line break or a tab is text; PostgreSQL refuses NUL.</summary>
    private static bool HasControl(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001F') && text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));
}
