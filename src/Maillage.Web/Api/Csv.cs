using System.Globalization;
using System.Text;

namespace Maillage.Web.Api;

/// <summary>A column of an export: its name and what it holds — text, number, date, or several texts.</summary>
internal sealed record ExportColumn<T>(string Name, Func<T, object?> Value);

/// <summary>Tables as RFC 4180 describes them: UTF-8, a header line, CRLF. Written as they are read, never whole in memory.</summary>
internal static class Csv
{
    public const string ContentType = "text/csv";

    /// <summary>Between several texts of one field.</summary>
    private const char Between = '|';

    private const int Buffer = 32 * 1024;

    public static IResult Of<T>(IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, string fileName) =>
        Results.Stream(stream => WriteAsync(stream, rows, columns), $"{ContentType}; charset=utf-8; header=present", fileName);

    private static async Task WriteAsync<T>(Stream stream, IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns)
    {
        var text = new StringBuilder(Buffer);
        AppendLine(text, columns.Select(column => (object?)column.Name));
        await foreach (var row in rows)
        {
            AppendLine(text, columns.Select(column => column.Value(row)));
            if (text.Length >= Buffer)
            {
                await SendAsync(stream, text);
            }
        }

        await SendAsync(stream, text);
    }

    private static async Task SendAsync(Stream stream, StringBuilder text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<object?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            AppendField(text, Written(value));
        }

        text.Append("\r\n");
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        string text => WithoutFormula(text),
        IEnumerable<string> texts => WithoutFormula(string.Join(Between, texts)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A column holds a {value.GetType().Name}."),
    };

    /// <summary>A spreadsheet runs a text that begins like a formula: an apostrophe makes it text again.</summary>
    private static string WithoutFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;

    private static void AppendField(StringBuilder text, string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            text.Append(field);
            return;
        }

        text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
