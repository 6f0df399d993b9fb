using System.Security.Cryptography;
using System.Text;
using Sylvan.Data.Csv;

namespace Maillage.OpenData;

/// <summary>Reads a declared CSV file strictly and collects every problem that it meets, with its place.</summary>
public sealed class FileReader(ProblemList problems)
{
    private const int MaxRowLength = 1 << 20;
    private const int HeaderLine = 1;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>SHA-256 of a file, in hexadecimal; null when there is no such file.</summary>
    public static async Task<string?> DigestAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    public FileRows Read(FileDeclaration declaration, string path)
    {
        if (!File.Exists(path))
        {
            problems.Add(DataProblems.FileMissing, declaration.File, null, null, null);
            return new FileRows(declaration, "", [], IsComplete: false);
        }

        using var stream = File.OpenRead(path);
        var digest = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        var rows = new List<FileRow>();
        var isComplete = ReadRows(declaration, stream, rows);
        return new FileRows(declaration, digest, rows, isComplete);
    }

    private bool ReadRows(FileDeclaration declaration, FileStream stream, List<FileRow> rows)
    {
        var line = HeaderLine;
        try
        {
            using var text = new StreamReader(stream, StrictUtf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                // The header is read as a row, so that its faults are ours to name; no row is a comment.
                HasHeaders = false,
                Comment = '\0',
                Delimiter = ',',
                MaxBufferSize = MaxRowLength,
            });
            if (!csv.Read())
            {
                problems.Add(DataProblems.FileEmpty, declaration.File, null, null, null);
                return false;
            }

            var header = Cells(csv);
            if (new HeaderReader(declaration, problems).Read(header) is not { } places)
            {
                return false;
            }

            var checks = new RowChecks(declaration, problems);
            var isComplete = true;
            line += LinesOf(header);
            while (csv.Read())
            {
                var cells = Cells(csv);
                if (cells.Length == header.Length)
                {
                    rows.Add(checks.Row(line, [.. places.Select(place => cells[place])]));
                }
                else
                {
                    isComplete = false;
                    problems.Add(DataProblems.RowFieldCount, declaration.File, line, null, cells.Length, header.Length);
                }

                line += LinesOf(cells);
            }

            return isComplete;
        }
        catch (DecoderFallbackException)
        {
            var place = InvalidBytes.Find(stream);
            problems.Add(DataProblems.FileNotUtf8, declaration.File, place.Line, $"{place.Character}", place.Bytes);
        }
        catch (CsvRecordTooLargeException)
        {
            problems.Add(DataProblems.RowTooLong, declaration.File, line, null, null);
        }
        catch (CsvFormatException fault)
        {
            problems.Add(DataProblems.RowBrokenQuote, declaration.File, line, $"{fault.FieldOrdinal + 1}", null);
        }

        return false;
    }

    private static string[] Cells(CsvDataReader csv)
    {
        var cells = new string[csv.RowFieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = csv.GetString(index);
        }

        return cells;
    }

    private static int LinesOf(string[] cells) => 1 + cells.Sum(cell => cell.Count(character => character == '\n'));
}
