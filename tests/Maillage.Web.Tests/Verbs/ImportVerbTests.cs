using Microsoft.Data.Sqlite;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary><c>import</c> as a person types it.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private const int BadInput = 2;
    private const string Pupils = "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n2020;0440034Y;23210031122;12\n2020;0440034Y;23210031123;n.d.\n2020;;23210031124;3\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("maillage-import é ").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("fr", "orion/pupils\u00a0: 3 lignes lues (pupils.csv)\u00a0; 2 ajoutées, 0 modifiées, 0 inchangées, 1 rejetées, 0 disparues", "orion/pupils\u00a0: pupils.csv est déjà chargé", "2 en base, 1 rejetées")]
    [InlineData("en", "orion/pupils: 3 rows read (pupils.csv); 2 added, 0 changed, 0 unchanged, 1 rejected, 0 gone", "orion/pupils: pupils.csv is loaded already", "2 held, 1 rejected")]
    public async Task Import_OfAFolder_SaysWhatCameOfEachFileAndAgainThatNothingIsNew(string language, string loaded, string already, string report)
    {
        File.WriteAllText(Path.Combine(_folder, "pupils.csv"), Pupils);
        File.WriteAllText(Path.Combine(_folder, "other.csv"), "a;b\n1;2\n");

        var first = await ImportAsync(language, "all", "--from", _folder, "--starter", "none");
        var again = await ImportAsync(language, "orion/pupils", "--from", _folder, "--starter", "none");
        var reported = await ImportAsync(language, "report");

        Assert.Equal((0, 0, 0), (first.Code, again.Code, reported.Code));
        Assert.Contains(loaded, Spaced(first.Output), StringComparison.Ordinal);
        Assert.Contains("other.csv", first.Output, StringComparison.Ordinal);
        Assert.Contains(already, Spaced(again.Output), StringComparison.Ordinal);
        Assert.Contains(report, Spaced(reported.Output), StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "plus bas qu’ailleurs" : "lower than elsewhere", reported.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "state", "imports"), "*-rejets.csv"));
    }

    [Theory]
    [InlineData("fr", "il manque les colonnes", "Fichiers refusés\u00a0: 1.")]
    [InlineData("en", "it lacks the columns", "Files refused: 1.")]
    public async Task File_ThatIsAnother_IsRefusedWithItsReason(string language, string reason, string sentence)
    {
        var path = Path.Combine(_folder, "pupils.csv");
        File.WriteAllText(path, "Rentrée scolaire;UAI\n2020;0440034Y\n");

        var end = await ImportAsync(language, "orion/pupils", "--from", path, "--starter", "none");

        Assert.Equal(BadInput, end.Code);
        Assert.Contains(reason, end.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, Spaced(end.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "--accept-loss orion/pupils")]
    [InlineData("en", "--accept-loss orion/pupils")]
    public async Task File_CutShort_IsRefusedUntilAPersonAcceptsTheLoss(string language, string hint)
    {
        var path = Path.Combine(_folder, "pupils.csv");
        File.WriteAllText(path, Pupils + "2020;0440034Y;23210031125;1\n");
        await ImportAsync(language, "orion/pupils", "--from", path, "--starter", "none");
        File.WriteAllText(path, Pupils.Split("2020;0440034Y;23210031123", StringSplitOptions.None)[0]);

        var refused = await ImportAsync(language, "orion/pupils", "--from", path, "--starter", "none");
        var accepted = await ImportAsync(language, "orion/pupils", "--from", path, "--accept-loss", "orion/pupils", "--starter", "none");

        Assert.Equal((BadInput, 0), (refused.Code, accepted.Code));
        Assert.Contains(hint, refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "rien", "--from", "orion/pupils", "education/annuaire")]
    [InlineData("en", "rien", "--from", "orion/pupils", "education/annuaire")]
    public async Task DataSet_Unknown_ListsTheKnownOnes(string language, string name, string option, params string[] known)
    {
        var end = await ImportAsync(language, name, option, _folder);

        Assert.Equal(BadInput, end.Code);
        Assert.All(known, one => Assert.Contains(one, end.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "n’a pas d’adresse de téléchargement")]
    [InlineData("en", "has no address to download from")]
    public async Task DataSet_WithoutAnAddress_AsksForAFolder(string language, string sentence)
    {
        var end = await ImportAsync(language, "orion/pupils");

        Assert.Equal(BadInput, end.Code);
        Assert.Contains(sentence, end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "n’est ni un dossier ni un fichier")]
    [InlineData("en", "is neither a folder nor a file")]
    public async Task Folder_Unknown_IsSaid(string language, string sentence)
    {
        var end = await ImportAsync(language, "all", "--from", Path.Combine(_folder, "nowhere"));

        Assert.Equal(BadInput, end.Code);
        Assert.Contains(sentence, end.Error, StringComparison.Ordinal);
    }

    private Task<ProgramEnd> ImportAsync(string language, params string[] args) =>
        StartedProgram.RunAsync(language, _folder, ["import", .. args, "--state", Path.Combine(_folder, "state")]);

    /// <summary>Thin spaces of French typography, as this file writes them.</summary>
    private static string Spaced(string text) => text.Replace('\u202f', '\u00a0');
}
