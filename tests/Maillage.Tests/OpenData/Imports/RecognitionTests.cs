using System.Text;
using Maillage.Catalogue;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.OpenData.Imports;

public sealed class RecognitionTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Headers => new()
    {
        { "as published", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n" },
        { "without accents, in capitals", "RENTREE SCOLAIRE;uai;MEF BCP 11;NOMBRE D'ELEVES : TOTAL\n" },
        { "as identifiers", "rentree_scolaire,uai,mef_bcp_11,nombre_d_eleves_total\n" },
        { "in another order, with a new column", "Académie|UAI|Nombre d’élèves : Total|Mef-Bcp-11|Rentrée  scolaire\n" },
        { "quoted, between tabs", "\"Rentrée scolaire\"\t\"UAI\"\t\"Mef Bcp 11\"\t\"Nombre d'élèves : Total\"\n" },
        { "with aliases", "Rentrée scolaire;Numéro d'établissement;MEFSTAT11;Nombre d'élèves\r\n" },
        { "with empty and repeated names", "Rentrée scolaire;UAI;UAI;Mef Bcp 11;Nombre d'élèves : Total;;\n" },
        { "without an optional amount", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total;Effectif" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task File_WithTheColumns_IsRecognisedWhateverTheirForm(string form, string header)
    {
        var path = _folder.Write($"{form}.txt", header);

        Assert.Equal("orion/pupils", (await RecogniseAsync(path))?.DataSet.Name);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task File_InAnyEncoding_IsRecognised(string encoding, bool withMark)
    {
        Encoding chosen = encoding switch
        {
            "utf-8" => new UTF8Encoding(withMark),
            "utf-16" => new UnicodeEncoding(false, true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var path = _folder.Write("é.csv", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n2020;0440034Y;23210031122;12\n", chosen);

        Assert.Equal("orion/pupils", (await RecogniseAsync(path))?.DataSet.Name);
    }

    [Theory]
    [InlineData("Rentrée scolaire;UAI;Nombre d'élèves : Total\n")]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("{\"a\":1}")]
    [InlineData("<fiches/>")]
    [InlineData("\"Rentrée scolaire")]
    public async Task File_OfSomethingElse_IsNotRecognised(string text) => Assert.Null(await RecogniseAsync(_folder.Write("other.csv", text)));

    [Fact]
    public async Task File_OfTwoDataSets_IsTheOneWithMoreColumns()
    {
        DataSet[] dataSets = [Named("narrow", Columns.Text("code", 9)), Named("wide", Columns.Text("code", 9), Columns.Text("name", 9))];
        var path = _folder.Write("codes.csv", "name,code\nA,1\n");

        Assert.Equal("wide", RecognisedFile.Of((await SourceFile.FindAsync(path, Ct))!, dataSets)?.DataSet.Name);
    }

    [Fact]
    public async Task DataSet_ThatAllowsNoOtherColumn_IsNotAWiderFile()
    {
        var narrow = Named("narrow", Columns.Text("code", 9)) with { HasNoOtherColumn = true };
        var wide = (await SourceFile.FindAsync(_folder.Write("wide.csv", "name,code\nA,1\n"), Ct))!;
        var exact = (await SourceFile.FindAsync(_folder.Write("exact.csv", "code;\n1;\n"), Ct))!;

        Assert.Null(RecognisedFile.Of(wide, [narrow]));
        Assert.NotNull(RecognisedFile.Of(exact, [narrow]));
    }

    [Fact]
    public async Task Zip_WithOneDataFile_IsThatFile()
    {
        const string Pupils = "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n2020;0440034Y;23210031122;12\n";
        var one = _folder.WriteZip("one.zip", ("read.me", "text"), ("folder/pupils.csv", Pupils));
        var two = _folder.WriteZip("two.zip", ("a.csv", Pupils), ("b.csv", Pupils));
        var broken = _folder.Write("broken.zip", "PK\u0003\u0004 and nothing more");

        Assert.Equal("orion/pupils", (await RecogniseAsync(one))?.DataSet.Name);
        Assert.Null(await RecogniseAsync(two));
        Assert.Null(await RecogniseAsync(broken));
    }

    [Fact]
    public async Task Folder_WithSeveralFilesOfOneDataSet_KeepsThoseThatAddUpAndOneOfTheOthers()
    {
        var name = Columns.OptionalText("name", 9).MayBeAbsent();
        DataSet[] dataSets = [.. CatalogueDataSets.All, Named("codes", Columns.Text("code", 9), name)];
        _folder.Write("2020.csv", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n");
        _folder.Write("2021.csv", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n");
        _folder.Write("poor.csv", "code\n1\n2\n3\n");
        _folder.Write("rich.csv", "code,name\n1,A\n");
        _folder.Write("other.csv", "x\n1\n");
        _folder.Write("notes.md", "code\n1\n");

        var contents = await FolderContents.ReadAsync(_folder.Path, dataSets, Ct);

        Assert.Equal(["2020.csv", "2021.csv", "rich.csv"], contents.Files.Select(file => file.File.Name));
        Assert.Equal(["poor.csv"], contents.Replaced.Select(pair => pair.File.File.Name));
        Assert.Equal(["other.csv"], contents.Unknown);
    }

    [Theory]
    [InlineData("attractivite_capacite_2022.csv", "2022")]
    [InlineData("organismes-apprentissage_20221010.csv", "2022-10-10")]
    [InlineData("ideo-fiches_25062024.csv", "2024-06-25")]
    [InlineData("depp-2021_2022-pro.csv", "2021")]
    [InlineData("rncp_info.v1.4.csv", null)]
    [InlineData("lot-99999999.csv", null)]
    public async Task Vintage_IsReadInTheName(string name, string? vintage) =>
        Assert.Equal(vintage, (await SourceFile.FindAsync(_folder.Write(name, "a\n"), Ct))!.Vintage);

    private static DataSet Named(string name, params Column[] columns) => new(name, "", "") { Columns = columns, Fills = [] };

    private static async Task<RecognisedFile?> RecogniseAsync(string path) =>
        await SourceFile.FindAsync(path, Ct) is { } file ? RecognisedFile.Of(file, CatalogueDataSets.All) : null;
}
