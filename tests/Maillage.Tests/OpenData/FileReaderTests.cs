using System.Security.Cryptography;
using System.Text;
using Maillage.OpenData;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.OpenData;

public sealed class FileReaderTests : IDisposable
{
    private static readonly Column<string> Code = Columns.Text("code", 5);
    private static readonly Column<string?> Label = Columns.OptionalText("label", 20);
    private static readonly Column<int?> Size = Columns.OptionalWhole("size", 0, 100);
    private static readonly FileDeclaration Declaration = new("sample/things", [Code], [Code, Label, Size]);

    private readonly string _folder = Directory.CreateTempSubdirectory("maillage-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_GoodFile_GivesItsRows()
    {
        var (rows, problems) = Read("code,label,size\na,\"Un, deux\",3\nb,,\n");

        Assert.Empty(problems.First);
        Assert.True(rows.IsComplete);
        Assert.Equal(["a", "b"], rows.Rows.Select(row => row.Key));
        Assert.Equal(("Un, deux", 3), (rows.Rows[0].Get(Label), rows.Rows[0].Get(Size)));
        Assert.Equal(((string?)null, (int?)null), (rows.Rows[1].Get(Label), rows.Rows[1].Get(Size)));
    }

    [Theory]
    [InlineData("size,code,label\n3,a,Un\n")]
    [InlineData("code,label,size\r\na,Un,3\r\n")]
    [InlineData("\uFEFFcode,label,size\na,Un,3")]
    public void Read_OtherOrderEndOfLineOrMark_GivesTheSame(string text)
    {
        var (rows, problems) = Read(text);

        Assert.Empty(problems.First);
        Assert.Equal(("a", "Un", 3), (rows.Rows[0].Get(Code), rows.Rows[0].Get(Label), rows.Rows[0].Get(Size)));
    }

    [Fact]
    public void Read_RowThatBeginsWithAHash_IsARow()
    {
        var (rows, problems) = Read("code,label,size\n#a,Un,3\n");

        Assert.Empty(problems.First);
        Assert.Equal("#a", rows.Rows[0].Key);
    }

    [Fact]
    public void Read_NoFile_IsAProblem()
    {
        var problems = new ProblemList();

        var rows = new FileReader(problems).Read(Declaration, Path.Combine(_folder, "nothing.csv"));

        Assert.False(rows.IsComplete);
        Assert.Equal(new Problem(DataProblems.FileMissing, "sample/things.csv", null, null, null), Assert.Single(problems.First));
    }

    [Theory]
    [InlineData("", DataProblems.FileEmpty, null, null, null)]
    [InlineData("code,label\na,Un\n", DataProblems.ColumnMissing, 1, "size", null)]
    [InlineData("code,label,size,size\na,Un,3,4\n", DataProblems.ColumnRepeated, 1, "size", "size")]
    [InlineData("code,label,size,colour\na,Un,3,blue\n", DataProblems.ColumnUnknown, 1, "colour", "colour")]
    [InlineData("code,label,size\na,\"Un\n", DataProblems.RowBrokenQuote, 2, "2", null)]
    [InlineData("code,label,size\n\"a\nb\",Un,3\nc,\"De\"ux,3\n", DataProblems.ValueControlCharacter, 2, "code", "a\uFFFDb")]
    [InlineData("code,label,size\na,Un,3\nc,\"De\"ux,3\n", DataProblems.RowBrokenQuote, 3, "2", null)]
    [InlineData("code,label,size\na,\0,3\n", DataProblems.ValueControlCharacter, 2, "label", "\uFFFD")]
    [InlineData("code,label,size\na, Un,3\n", DataProblems.ValueSurroundingSpace, 2, "label", " Un")]
    [InlineData("code,label,size\na,Un\u00A0,3\n", DataProblems.ValueSurroundingSpace, 2, "label", "Un\u00A0")]
    [InlineData("code,label,size\n,Un,3\n", DataProblems.ValueMissing, 2, "code", "")]
    public void Read_BrokenFile_TellsThePlace(string text, string code, int? line, string? column, string? value)
    {
        var (_, problems) = Read(text);

        var problem = problems.First[0];
        Assert.Equal(code, problem.Code);
        Assert.Equal(["sample/things.csv", line, column, value], problem.Arguments.Take(4));
    }

    [Theory]
    [InlineData("a,Un\n", 2, 2)]
    [InlineData("a,Un,3,4\n", 2, 4)]
    [InlineData("a,Un,3\n\nb,Deux,4\n", 3, 1)]
    [InlineData("a,\"Un\ndeux\",3\nb\n", 4, 1)]
    public void Read_WrongNumberOfFields_TellsTheLine(string rows, int line, int found)
    {
        var (read, problems) = Read("code,label,size\n" + rows);

        Assert.False(read.IsComplete);
        Assert.Contains(new Problem(DataProblems.RowFieldCount, "sample/things.csv", line, null, found, 3), problems.First);
    }

    [Fact]
    public void Read_InvalidBytes_TellsTheirPlace()
    {
        var (rows, problems) = Read([.. "code,label,size\na,Él"u8, 0xE9, .. "ève,3\nb,Un,4\n"u8]);

        Assert.False(rows.IsComplete);
        Assert.Equal(new Problem(DataProblems.FileNotUtf8, "sample/things.csv", 2, "5", "E9"), Assert.Single(problems.First));
    }

    [Fact]
    public void Read_OtherEncodings_AreRefused()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            var (_, problems) = Read([.. encoding.GetPreamble(), .. encoding.GetBytes("code,label,size\na,Un,3\n")]);

            Assert.NotEmpty(problems.First);
        }
    }

    [Fact]
    public void Read_QuoteNeverClosedInALargeFile_TellsTheLine()
    {
        var (_, problems) = Read("code,label,size\na,Un,3\nb,\"Deux,3\n" + string.Concat(Enumerable.Repeat("c,Trois,3\n", 200_000)));

        Assert.Equal(new Problem(DataProblems.RowTooLong, "sample/things.csv", 3, null, null), Assert.Single(problems.First));
    }

    [Fact]
    public void Read_RepeatedKey_TellsBothLines()
    {
        var (_, problems) = Read("code,label,size\na,Un,3\nb,Deux,4\na,Trois,5\n");

        Assert.Equal(new Problem(DataProblems.KeyRepeated, "sample/things.csv", 4, "code", "a", 2), Assert.Single(problems.First));
    }

    [Fact]
    public void Read_ManyProblems_AreAllCountedAndTheFirstKept()
    {
        var (_, problems) = Read("code,label,size\n" + string.Concat(Enumerable.Range(0, 200).Select(number => $"{number},Un,mille\n")));

        Assert.Equal(200, problems.Count);
        Assert.Equal(ProblemList.MaxKept, problems.First.Count);
        Assert.Equal(2, problems.First[0].Arguments[1]);
    }

    [Fact]
    public void Read_OtherColumnsAllowed_AreLeftAlone()
    {
        var (rows, problems) = Read("extra,code,label,size\nx,a,Un,3\n", Declaration with { AllowsOtherColumns = true });

        Assert.Empty(problems.First);
        Assert.Equal("a", rows.Rows[0].Key);
    }

    [Fact]
    public async Task Digest_OfAFile_IsItsSha256()
    {
        var path = Write("code,label,size\n"u8.ToArray());

        var digest = await FileReader.DigestAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("code,label,size\n"u8)), digest);
        Assert.Equal(digest, new FileReader(new ProblemList()).Read(Declaration, path).FileDigest);
        Assert.Null(await FileReader.DigestAsync(path + "x", TestContext.Current.CancellationToken));
    }

    private (FileRows Rows, ProblemList Problems) Read(string text, FileDeclaration? declaration = null) => Read(Encoding.UTF8.GetBytes(text), declaration);

    private (FileRows Rows, ProblemList Problems) Read(byte[] bytes, FileDeclaration? declaration = null)
    {
        var problems = new ProblemList();
        return (new FileReader(problems).Read(declaration ?? Declaration, Write(bytes)), problems);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "things.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
