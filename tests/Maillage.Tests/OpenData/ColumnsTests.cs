using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.OpenData;

public sealed class ColumnsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Flag_Written_IsRead(string text, bool expected) => Accepts(Columns.Flag("value"), text, expected);

    [Theory]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("oui")]
    public void Flag_OtherText_IsRefused(string text) => Refuses(Columns.Flag("value"), text, DataProblems.ValueNotAllowed, "true, false");

    [Fact]
    public void Code_OfTheEnumeration_IsRead() => Accepts(Columns.Code<LabelCategory>("value"), "excellence", LabelCategory.Excellence);

    [Fact]
    public void Code_OutsideTheValuesAllowed_TellsThem() => Refuses(Columns.Code("value", Confidence.A, Confidence.B), "C", DataProblems.ValueNotAllowed, "A, B");

    [Theory]
    [InlineData("0", 0)]
    [InlineData("100", 100)]
    [InlineData("", null)]
    public void Whole_InItsRange_IsRead(string text, int? expected) => Accepts(Columns.OptionalWhole("value", 0, 100), text, expected);

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("1.5")]
    [InlineData("1 000")]
    [InlineData("99999999999999")]
    public void Whole_OtherText_TellsItsRange(string text) => Refuses(Columns.OptionalWhole("value", 0, 100), text, DataProblems.ValueInvalidNumber, 0, 100);

    [Theory]
    [InlineData("47.23520", 47.2352)]
    [InlineData("-1.5", -1.5)]
    [InlineData("-8.6E-5", -0.000086)]
    [InlineData("", null)]
    public void Degrees_Written_AreRead(string text, double? expected) => Accepts(Columns.OptionalLatitude("value"), text, expected);

    [Theory]
    [InlineData("47,2")]
    [InlineData("90.1")]
    [InlineData("NaN")]
    [InlineData("∞")]
    public void Degrees_OtherText_AreRefused(string text) => Refuses(Columns.OptionalLatitude("value"), text, DataProblems.ValueInvalidDegrees, -90, 90);

    [Theory]
    [InlineData("https://www.ac-nantes.fr/")]
    [InlineData("http://michelet.paysdelaloire.e-lyco.fr")]
    public void Url_OfTheWeb_IsRead(string text) => Accepts(Columns.OptionalUrl("value", 60), text, text);

    [Theory]
    [InlineData("www.ac-nantes.fr")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://ac-nantes.fr")]
    [InlineData("https://")]
    [InlineData("https://localhost")]
    [InlineData("https://ac nantes.fr")]
    public void Url_OtherText_IsRefused(string text) => Refuses(Columns.OptionalUrl("value", 60), text, DataProblems.ValueInvalidUrl);

    [Fact]
    public void List_Written_IsRead()
    {
        Accepts<IReadOnlyList<string>>(Columns.List("value", 10), "a|b", ["a", "b"]);
        Accepts<IReadOnlyList<string>>(Columns.OptionalList("value", 10), "", []);
    }

    [Theory]
    [InlineData("a||b", "")]
    [InlineData("a|b|", "")]
    [InlineData("a| |b", " ")]
    [InlineData("a|b|a", "a")]
    public void List_EmptyOrRepeatedItem_IsRefused(string text, string item) => Refuses(Columns.List("value", 10), text, DataProblems.ValueInvalidItem, item);

    [Theory]
    [InlineData("1899")]
    [InlineData("2101-01-01")]
    [InlineData("20/09/2018")]
    public void Date_OtherText_IsRefused(string text) => Refuses(Columns.Date("value"), text, DataProblems.ValueInvalidDate);

    [Fact]
    public void Unique_EmptyCells_MayRepeat()
    {
        var problems = Read(Columns.OptionalUai("value").Unique(), "", "", "0440034Y", "0440034Y").Problems;

        Assert.Equal(new Problem(DataProblems.ValueRepeated, "file.csv", 5, "value", "0440034Y", 4), Assert.Single(problems.First));
    }

    private void Accepts<T>(Column<T> column, string text, T expected)
    {
        var (rows, problems) = Read(column, text);

        Assert.Empty(problems.First);
        Assert.Equal(expected, rows.Rows[0].Get(column));
    }

    private void Refuses(Column column, string text, string code, params object?[] more)
    {
        var problem = Assert.Single(Read(column, text).Problems.First);

        Assert.Equal(new Problem(code, ["file.csv", 2, "value", text, .. more]), problem);
        Assert.Contains(code, column.ProblemCodes);
    }

    private (FileRows Rows, ProblemList Problems) Read(Column column, params string[] cells)
    {
        var number = Columns.Text("number", 5);
        File.WriteAllLines(_file, ["number,value", .. cells.Select((cell, index) => $"{index},\"{cell}\"")]);
        var problems = new ProblemList();
        return (new FileReader(problems).Read(new FileDeclaration("file", [number], [number, column]), _file), problems);
    }
}
