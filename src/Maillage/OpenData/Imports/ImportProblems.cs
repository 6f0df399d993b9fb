using Maillage.Shared;

namespace Maillage.OpenData.Imports;

/// <summary>Why a file is refused whole. The first value is always its name.</summary>
public static class ImportProblems
{
    /// <summary>A record that cannot be told from what follows it.</summary>
    public static Problem BrokenFile(string file, int record) => Input("data.import.broken", file, record);

    public static Problem MissingColumns(string file, string dataSet, IReadOnlyList<string> columns) =>
        Input("data.import.missing_columns", file, dataSet, string.Join(", ", columns));

    public static Problem NoRow(string file) => Input("data.import.no_row", file);

    /// <summary>More than half of the rows are set aside: the file is not what it seems.</summary>
    public static Problem TooManyRejects(string file, int rejected, int rows) => Input("data.import.too_many_rejects", file, rejected, rows);

    /// <summary>More than half of the rows known are not in the file: it is likely cut.</summary>
    public static Problem TooMuchLost(string file, int vanished, int known, string dataSet) => Input("data.import.too_much_lost", file, vanished, known, dataSet);

    public static Problem YearUnknown(string file) => Input("data.import.year_unknown", file);

    public static Problem WrongFormat(string file, string dataSet) => Input("data.import.wrong_format", file, dataSet);

    private static Problem Input(string code, params object?[] arguments) => new(code, arguments) { Field = "From" };
}
