using System.Text;
using CsCheck;
using Maillage.OpenData;
using Xunit;

namespace Maillage.Tests.OpenData;

/// <summary>Whatever a file holds, it is read exactly or refused with a place; nothing is guessed, nothing throws.</summary>
public sealed class FileReaderProperties : IDisposable
{
    private const int MaxLength = 40;

    private static readonly Column<string> Code = Columns.Text("code", MaxLength);
    private static readonly Column<string?> Label = Columns.OptionalText("label", MaxLength);
    private static readonly FileDeclaration Declaration = new("sample/things", [Code], [Code, Label]);

    private static readonly Gen<string> AnyCell = Gen.String[Gen.Char["abcéœ\"\",,;#'| 0123\n\r\t"], 0, 12];

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_AnyCells_AreReadAsWrittenOrRefused()
    {
        Gen.Select(AnyCell, AnyCell).Array[0, 8].Sample(rows =>
        {
            File.WriteAllText(_file, "code,label\n" + string.Concat(rows.Select(row => $"{Quoted(row.Item1)},{Quoted(row.Item2)}\r\n")));

            var (read, problems) = Read();

            Assert.True(read.IsComplete);
            Assert.Equal(rows, read.Rows.Select(row => (row.Text(Code), row.Text(Label))));
            var isGood = rows.All(row => row.Item1.Length > 0 && IsPlain(row.Item1) && IsPlain(row.Item2))
                && rows.Select(row => row.Item1).Distinct(StringComparer.Ordinal).Count() == rows.Length;
            Assert.Equal(isGood, problems.Count == 0);
        }, threads: 1);
    }

    [Fact]
    public void Read_AnyBytes_NeverThrow()
    {
        var pieces = Gen.OneOf(
            Gen.Byte.Array[0, 20],
            AnyCell.Select(Encoding.UTF8.GetBytes),
            Gen.Const(","u8.ToArray()),
            Gen.Const("\n"u8.ToArray()));
        Gen.Select(Gen.Bool, pieces.Array[0, 30]).Sample((hasHeader, parts) =>
        {
            File.WriteAllBytes(_file, [.. hasHeader ? "code,label\n"u8 : [], .. parts.SelectMany(part => part)]);

            var (read, problems) = Read();

            Assert.True(read.IsComplete || problems.Count > 0);
            Assert.All(problems.First, problem => Assert.Equal("sample/things.csv", problem.Arguments[0]));
        }, threads: 1);
    }

    private (FileRows Rows, ProblemList Problems) Read()
    {
        var problems = new ProblemList();
        return (new FileReader(problems).Read(Declaration, _file), problems);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string cell) => cell.Trim() == cell && !cell.Any(char.IsControl);
}
