using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Maillage.Web.Api;

/// <summary>Tables as spreadsheets open them (Office Open XML): one sheet, a header that stays in sight, dates that are dates.</summary>
internal static class Xlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Usual = 0;
    private const uint Header = 1;
    private const uint Date = 2;
    private const uint Wrapped = 3;

    public static IResult Of<T>(IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, string fileName) =>
        Results.Stream(stream => WriteAsync(stream, rows, columns), ContentType, fileName);

    private static async Task WriteAsync<T>(Stream stream, IAsyncEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns)
    {
        // The archive is written by going back and forth, which an answer cannot.
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
            using var writer = OpenXmlWriter.Create(sheet);
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            writer.WriteElement(new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = Math.Clamp(column.Name.Length + 6, 14, 40), CustomWidth = true })));
            writer.WriteStartElement(new SheetData());
            writer.WriteElement(new Row(columns.Select(column => Text(column.Name, Header))));
            await foreach (var row in rows)
            {
                writer.WriteElement(new Row(columns.Select(column => CellOf(column.Value(row)))));
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        file.Position = 0;
        await file.CopyToAsync(stream);
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        string text => Text(text, text.Contains('\n', StringComparison.Ordinal) ? Wrapped : Usual),
        IEnumerable<string> texts => Text(string.Join('\n', texts), Wrapped),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), Date),
        IFormattable number and (int or long or double or decimal) => Number(number, Usual),
        IFormattable other => Text(other.ToString(null, CultureInfo.InvariantCulture), Usual),
        _ => throw new NotSupportedException($"A column holds a {value.GetType().Name}."),
    };

    private static Cell Number(IFormattable number, uint style) => new() { CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture)), StyleIndex = style };

    /// <summary>Never a formula: the type of the cell says that it is text. What XML cannot hold is left out.</summary>
    private static Cell Text(string text, uint style) => new(new InlineString(new Text(new string([.. text.Where(sign => sign is '\n' or '\t' || !char.IsControl(sign))])) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>In the order of the constants above.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
