using System.Text;
using Maillage.Catalogue;
using Maillage.Catalogue.Offers.Imports;
using Maillage.Data;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.OpenData.Imports;

public sealed class ImportFileTests : IAsyncLifetime
{
    private const string Header = "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n";
    private const string First = "2020;0440034Y;23210031122;12\n";
    private const string Second = "2020;0440034Y;23210031123;30\n";
    private const string Third = "2020;0440034Y;2322A031123;n.d.\n";

    private static readonly DataSet Pupils = Named("orion/pupils");
    private static readonly DataSet Capacities = Named("orion/capacities");

    private readonly ImportFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Rows_OfANewFile_AreAllInserted()
    {
        var outcome = await ImportAsync(Header + First + Second + Third);

        Assert.Null(outcome.Refusal);
        Assert.Equal(new Counts(3, 3, 0, 0, 0, 0), CountsOf(outcome));
        Assert.Equal(["23210031122=12", "23210031123=30", "2322A031123="], await PupilsAsync());
        Assert.Equal(("2020", "2020"), (outcome.Run.Vintage, outcome.Run.Scope));
    }

    [Fact]
    public async Task File_ImportedAgain_IsNotReadAndChangesNothing()
    {
        await ImportAsync(Header + First + Second);
        var before = await new RevisionReader(_database.Database).ReadAsync(Ct);

        var again = await ImportAsync(Header + First + Second);

        Assert.True(again.IsUnchanged);
        Assert.Equal(new Counts(2, 0, 0, 2, 0, 0), CountsOf(again));
        Assert.Equal(before, await new RevisionReader(_database.Database).ReadAsync(Ct));
    }

    [Fact]
    public async Task File_SayingTheSameOtherwise_LeavesEveryRowAndTheRevision()
    {
        await ImportAsync(Header + First + Second + Third);
        var before = await new RevisionReader(_database.Database).ReadAsync(Ct);

        var again = await ImportAsync(Header + Third.Replace("n.d.", "*", StringComparison.Ordinal) + Second + First);

        Assert.False(again.IsUnchanged);
        Assert.Equal(new Counts(3, 0, 0, 3, 0, 0), CountsOf(again));
        Assert.Equal(before, await new RevisionReader(_database.Database).ReadAsync(Ct));
    }

    [Fact]
    public async Task Mapping_OfANewVersion_ReadsTheSameFileAgain()
    {
        await ImportAsync(Header + First);

        var again = await ImportAsync(Header + First, Pupils with { Version = 2 });

        Assert.False(again.IsUnchanged);
    }

    [Fact]
    public async Task Rows_ThatMoved_AreInsertedUpdatedAndRemoved()
    {
        await ImportAsync(Header + First + Second + Third);
        var before = await new RevisionReader(_database.Database).ReadAsync(Ct);

        var moved = await ImportAsync(Header + First + "2020;0440034Y;23210031123;\n2020;0440034Y;23210031124;7\n");

        Assert.Equal(new Counts(3, 1, 1, 1, 0, 1), CountsOf(moved));
        Assert.Equal(["23210031122=12", "23210031123=", "23210031124=7"], await PupilsAsync());
        Assert.True(await new RevisionReader(_database.Database).ReadAsync(Ct) > before);
    }

    [Fact]
    public async Task File_OfAnotherYear_LeavesTheFirst()
    {
        await ImportAsync(Header + First);

        var other = await ImportAsync(Header + First.Replace("2020", "2021", StringComparison.Ordinal));
        var firstAgain = await ImportAsync(Header + First);

        Assert.Equal(new Counts(1, 1, 0, 0, 0, 0), CountsOf(other));
        Assert.True(firstAgain.IsUnchanged);
        Assert.Equal(2, (await PupilsAsync()).Count);
    }

    [Fact]
    public async Task File_ReadAgainAfterAnother_TakesItsPlaceBack()
    {
        await ImportAsync(Header + First + Third);
        await ImportAsync(Header + Second + Third);

        var back = await ImportAsync(Header + First + Third);

        Assert.Equal(new Counts(2, 1, 0, 1, 0, 1), CountsOf(back));
        Assert.Equal(["23210031122=12", "2322A031123="], await PupilsAsync());
    }

    [Fact]
    public async Task Rows_AtFault_AreRejectedAloneAndWritten()
    {
        var outcome = await ImportAsync(
            Header + First + Second + Third
            + "2020;0440034X;23210031122;12\n" + "2020;0440034Y;23210031122;13\n" + "2020;;=2+3;\n"
            + "2020;0440034Y;23210031125\n" + "2020;0440034Y;23210031126;4;;\n" + "2020;0440034Y;23210031127;5\n");

        Assert.Equal(new Counts(9, 5, 0, 0, 4, 0), CountsOf(outcome));
        Assert.Equal("2026-11-23-orion-pupils-rejets.csv", outcome.Run.RejectFile);
        Assert.Equal(
            [
                ["line", "column", "value", "code", "reason"],
                ["5", "UAI", "0440034X", "data.value.invalid_uai", "because data.value.invalid_uai"],
                ["6", "\"school_year", " uai", " mef_stat\"", "2020|0440034Y|23210031122", "data.key.repeated", "because data.key.repeated"],
                ["7", "UAI", "", "data.value.missing", "because data.value.missing"],
                ["7", "Mef Bcp 11", "'=2+3", "data.value.invalid_code", "because data.value.invalid_code"],
                ["8", "", "3", "data.row.field_count", "because data.row.field_count"],
            ],
            _folder.ReadRejects(outcome.Run.RejectFile!));
        Assert.Equal(5, outcome.Rejects.Count);
    }

    [Theory]
    [InlineData("Rentrée scolaire;UAI;Mef Bcp 11\n" + "2020;0440034Y;23210031122\n", "data.import.missing_columns")]
    [InlineData(Header, "data.import.no_row")]
    [InlineData(Header + First + "2020;0440034Y;;1\n2020;0440034Y;;2\n", "data.import.too_many_rejects")]
    [InlineData("[{\"Rentrée scolaire\":2020},", "data.import.broken")]
    [InlineData("<pupils/>", "data.import.wrong_format")]
    public async Task File_ThatIsNotWhatItClaims_IsRefusedWhole(string text, string code)
    {
        await ImportAsync(Header + First);
        var revision = await new RevisionReader(_database.Database).ReadAsync(Ct);

        var outcome = await ImportAsync(text);

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Equal((ImportState.Refused, code, 0), (outcome.Run.State, outcome.Run.Refusal, outcome.Run.Inserted));
        Assert.Equal(["23210031122=12"], await PupilsAsync());
        Assert.Equal(revision, await new RevisionReader(_database.Database).ReadAsync(Ct));
        await using var db = _database.NewContext();
        Assert.Equal(2, await db.ImportRuns.CountAsync(Ct));
    }

    [Theory]
    [InlineData(Header + First + "2020;\"")]
    [InlineData("\"")]
    public async Task File_EndedByARowTooLong_IsRefusedWhole(string beginning)
    {
        var outcome = await ImportAsync(beginning + new string('x', 3 << 20));

        Assert.Equal(DataProblems.RowTooLong, outcome.Refusal?.Code);
        Assert.Empty(await PupilsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_CancelledInTheMiddle_LeavesWhatWas(bool isFirst)
    {
        if (!isFirst)
        {
            await ImportAsync(Header + "2020;0440034Y;00000000001;3\n" + First);
        }

        var before = await DatabaseState.ReadAsync(_database, Ct);
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 20_000).Select(number => $"2020;0440034Y;{number:D11};1\n");
        var path = _folder.Write("many.csv", Header + string.Concat(rows));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _folder.ImportAsync(_database, Pupils, path, stop.Token, read => (read >= 12_000 ? stop : null)?.Cancel()));

        Assert.Equal(before, await DatabaseState.ReadAsync(_database, Ct));
        Assert.Equal(isFirst ? new Counts(20_000, 20_000, 0, 0, 0, 0) : new Counts(20_000, 19_999, 1, 0, 0, 1), CountsOf(await _folder.ImportAsync(_database, Pupils, path, Ct)));
    }

    [Fact]
    public async Task File_CutAtTheEndOfALine_IsRefusedUnlessTheLossIsAccepted()
    {
        await ImportAsync(Header + First + Second + Third);

        var cut = await ImportAsync(Header + First);
        var kept = await PupilsAsync();
        var accepted = await _folder.ImportAsync(_database, Pupils, _folder.Write("file.csv", Header + First), Ct, acceptsLoss: true);

        Assert.Equal(ImportProblems.TooMuchLost("file.csv", 2, 3, "orion/pupils"), cut.Refusal);
        Assert.Equal(3, kept.Count);
        Assert.Equal(new Counts(1, 0, 0, 1, 0, 2), CountsOf(accepted));
    }

    [Fact]
    public async Task File_OfAnotherYearWithFewerRows_LosesNothing()
    {
        await ImportAsync(Header + First + Second + Third);

        var other = await ImportAsync(Header + First.Replace("2020", "2021", StringComparison.Ordinal));

        Assert.Equal(new Counts(1, 1, 0, 0, 0, 0), CountsOf(other));
    }

    [Fact]
    public async Task File_ReadByANewMapping_MayLoseTheRowsOfTheOldOne()
    {
        await ImportAsync(Header + First + Second + Third);

        var other = await ImportAsync(Header + First, Pupils with { Version = 2 });

        Assert.Equal(new Counts(1, 0, 0, 1, 0, 2), CountsOf(other));
    }

    [Theory]
    [InlineData("n.d.")]
    [InlineData("nd")]
    [InlineData("NA")]
    [InlineData("*")]
    [InlineData("NULL")]
    [InlineData(" ")]
    public async Task Word_OfAbsence_IsNoFigure(string word)
    {
        await ImportAsync(Header + "2020; 0440034y ;23210031122;" + word + "\n");

        Assert.Equal(["23210031122="], await PupilsAsync());
    }

    [Fact]
    public async Task Json_ArrayOfObjects_IsRead()
    {
        var outcome = await ImportAsync("""
            [{"uai":"0440034Y","rentree_scolaire":2020,"mef_bcp_11":"23210031122","nombre_d_eleves_total":12},
             {"uai":"0440034Y","rentree_scolaire":"2020","mef_bcp_11":"23210031123","nombre_d_eleves_total":null,"more":{"a":[1]}}]
            """);

        Assert.Equal(new Counts(2, 2, 0, 0, 0, 0), CountsOf(outcome));
        Assert.Equal(["23210031122=12", "23210031123="], await PupilsAsync());
    }

    [Fact]
    public async Task Zip_WithOneFile_IsRead()
    {
        var outcome = await _folder.ImportAsync(_database, Pupils, _folder.WriteZip("a.zip", ("pupils.csv", Header + First)), Ct);

        Assert.Equal(new Counts(1, 1, 0, 0, 0, 0), CountsOf(outcome));
    }

    [Fact]
    public async Task Rows_OfOneOffer_AddUpAndAnUnknownFigureStaysUnknown()
    {
        const string Text = """
            Etablissement d'accueil;MEF STAT 11;Statut Offre de formation;Capacité carte scolaire;Demandes vœux 1
            0440034Y;23210031122;ST;12;5
            0440034Y;23210031122;ST;10;9
            0440034Y;23210031123;ST;12;5
            0440034Y;23210031123;ST;nd;7
            0440034Y;23210031124;ST;999;7

            """;

        var outcome = await _folder.ImportAsync(_database, Capacities, _folder.Write("capacities-2022.csv", Text, Encoding.Latin1), Ct);

        // Windows-1252 has the œ that Latin-1 lacks: its alias is not enough, so the file is written with a question mark.
        Assert.Equal("data.import.missing_columns", outcome.Refusal?.Code);
        Assert.Equal(new Counts(5, 3, 0, 0, 0, 0), CountsOf(await _folder.ImportAsync(
            _database, Capacities, _folder.Write("capacities-2022.csv", Text, CodePagesEncodingProvider.Instance.GetEncoding(1252)!), Ct)));
        await using var db = _database.NewContext();
        var places = await db.SchoolPlaces.OrderBy(row => row.MefStat).ToListAsync(Ct);
        Assert.Equal([(2022, 22, 14), (2022, null, 12), (2022, null, 7)], places.Select(row => (row.SchoolYear, row.Capacity, row.FirstWishes)));
    }

    [Fact]
    public async Task File_WhoseNameMustTellTheYear_IsRefusedWithout()
    {
        const string Text = "Etablissement d'accueil;MEF STAT 11;Statut Offre de formation;Capacité;Demandes voeux 1\n0440034Y;23210031122;ST;12;5\n";

        var without = await _folder.ImportAsync(_database, Capacities, _folder.Write("capacities.csv", Text), Ct);
        var first = await _folder.ImportAsync(_database, Capacities, _folder.Write("capacities 2021.csv", Text), Ct);
        var second = await _folder.ImportAsync(_database, Capacities, _folder.Write("capacities 2022.csv", Text), Ct);

        Assert.Equal("data.import.year_unknown", without.Refusal?.Code);
        Assert.Equal((1, 1), (first.Run.Inserted, second.Run.Inserted));
        await using var db = _database.NewContext();
        Assert.Equal([2021, 2022], await db.SchoolPlaces.Select(row => row.SchoolYear).Order().ToListAsync(Ct));
        Assert.Equal(["2021", "2022"], (await new LatestImports(db).CurrentAsync(Ct)).Select(run => run.Scope));
    }

    [Fact]
    public async Task LastStep_IsInTheSameTransaction()
    {
        var failing = Pupils with { After = (_, _) => throw new IOException("The disk is full.") };

        await Assert.ThrowsAsync<IOException>(() => ImportAsync(Header + First, failing));

        Assert.Empty(await PupilsAsync());
    }

    [Fact]
    public async Task UnfinishedUtf8_KeepsTheOtherAccents()
    {
        var text = Encoding.UTF8.GetBytes(Header + First);
        var path = _folder.Write("nearly.csv", "");
        await File.WriteAllBytesAsync(path, [.. text, .. "2020;0440034Y;"u8, 0xE9, .. ";1\n"u8, .. "2020;0440034Y;23210031123;1\n"u8], Ct);

        var outcome = await _folder.ImportAsync(_database, Pupils, path, Ct);

        Assert.Equal(new Counts(3, 2, 0, 0, 1, 0), CountsOf(outcome));
    }

    private static DataSet Named(string name) => CatalogueDataSets.All.Single(dataSet => dataSet.Name == name);

    private static Counts CountsOf(ImportOutcome outcome) =>
        new(outcome.Run.Rows, outcome.Run.Inserted, outcome.Run.Updated, outcome.Run.Unchanged, outcome.Run.Rejected, outcome.Run.Vanished);

    private Task<ImportOutcome> ImportAsync(string text, DataSet? dataSet = null) =>
        _folder.ImportAsync(_database, dataSet ?? Pupils, _folder.Write("file.csv", text), Ct);

    private async Task<IReadOnlyList<string>> PupilsAsync()
    {
        await using var db = _database.NewContext();
        var counts = await db.PupilCounts.ToListAsync(Ct);
        return [.. counts.Select(count => $"{count.MefStat}={count.Enrolled}").Order(StringComparer.Ordinal)];
    }

    private sealed record Counts(int Rows, int Inserted, int Updated, int Unchanged, int Rejected, int Vanished);
}
