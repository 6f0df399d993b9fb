using System.Text;
using System.Text.Json;

namespace Maillage.OpenData.Imports;

/// <summary>Files of invented rows in the shape of a data set, for proofs that need many of them.</summary>
public static class SampleFile
{
    private const string CsvSeparator = ";";

    /// <summary>Among them, every kind of column finds some that it takes.</summary>
    private static readonly string[] Texts =
    [
        "Lycée des Marais", "12", "2021", "0440034Y", "73282932000074", "44109", "44", "23220025305", "50025305", "253", "253m", "H2902", "RNCP37700", "31/12/2025",
        "2025-12-31", "47.27", "-2.21", "47.27,-2.21", "Public", "OUVERT", "true", "https://example.org", "oui", "non", "O", "N", "1", "0", "3", "A", "ST", "Scolaire",
        "Apprentissage", "11054", "3CA", "CAP", "ACTIVE", "nd", "",
    ];

    public static string Csv(DataSet dataSet, Random random, int rows)
    {
        var cells = TakenBy(dataSet);
        var text = new StringBuilder(string.Join(CsvSeparator, dataSet.Columns.Select(column => Quoted(column.Name)))).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            text.AppendJoin(CsvSeparator, cells.Select((taken, place) => Quoted(Cell(taken, place, row, random)))).Append('\n');
        }

        return text.ToString();
    }

    public static string Json(DataSet dataSet, Random random, int rows)
    {
        var cells = TakenBy(dataSet);
        return JsonSerializer.Serialize(Enumerable.Range(0, rows).Select(row => dataSet.Columns
            .Select((column, place) => (column.Name, Value: Cell(cells[place], place, row, random)))
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)));
    }

    /// <summary>What each column takes; the empty text for one of whose form nothing here is.</summary>
    private static string[][] TakenBy(DataSet dataSet) =>
        [.. dataSet.Columns.Select(column => Texts.Where(text => column.Read(text, out _) is null).DefaultIfEmpty("").ToArray())];

    /// <summary>A cell of the row: the row's number in the first place that takes any word, so that keys differ.</summary>
    private static string Cell(string[] taken, int place, int row, Random random) =>
        taken.Length > Texts.Length / 2 && place < 3 ? $"{taken[random.Next(taken.Length)]} {row}" : taken[random.Next(taken.Length)];

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(";\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
