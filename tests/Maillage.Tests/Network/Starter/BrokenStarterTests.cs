using Maillage.Catalogue.Starter;
using Maillage.Network.Starter;
using Maillage.OpenData;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Network.Starter;

/// <summary>Each column of each file broken in turn, in every way that its kind knows.</summary>
public sealed class BrokenStarterTests(BrokenStarterTests.Loaded loaded) : IClassFixture<BrokenStarterTests.Loaded>, IDisposable
{
    private const int Line = 4;

    private readonly StarterFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> EveryColumn =>
    [
        .. from file in LoadStarter.Files
           from column in file.Columns
           from code in BreaksOf(column)
           select new TheoryDataRow<string, string, string>(file.DataSet, column.Name, code),
    ];

    public static TheoryData<string, string> EveryName =>
        [.. from file in LoadStarter.Files from column in file.Columns select new TheoryDataRow<string, string>(file.DataSet, column.Name)];

    public static TheoryData<string> EveryFile => [.. LoadStarter.Files.Select(file => file.DataSet)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EveryColumn))]
    public async Task Load_BrokenCell_TellsFileLineColumnAndValue(string dataSet, string column, string code)
    {
        var value = "";
        _folder.Change(dataSet, table => table[Line, column] = value = Broken(code, table, column));

        var problem = await RefusedAsync(problem => problem.Code == code && Equals(problem.Arguments[1], Line) && (string?)problem.Arguments[2] == column);

        Assert.Equal(dataSet + ".csv", problem.Arguments[0]);
        Assert.StartsWith(((string)problem.Arguments[3]!).TrimEnd('…'), value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryName))]
    public async Task Load_MissingColumn_TellsFileAndColumn(string dataSet, string column)
    {
        await ReplaceHeaderAsync(dataSet, header => [.. header.Select(name => name == column ? "inconnue" : name)]);

        var problem = await RefusedAsync(problem => problem.Code == DataProblems.ColumnMissing);

        Assert.Equal([dataSet + ".csv", 1, column, null], problem.Arguments);
    }

    [Theory]
    [MemberData(nameof(EveryFile))]
    public async Task Load_RepeatedKey_TellsBothLines(string dataSet)
    {
        var path = _folder.PathOf(dataSet);
        var lines = await File.ReadAllLinesAsync(path, Ct);
        await File.WriteAllLinesAsync(path, [.. lines, lines[1]], Ct);

        var problem = await RefusedAsync(problem => problem.Code == DataProblems.KeyRepeated);

        Assert.Equal((dataSet + ".csv", lines.Length + 1, 2), (problem.Arguments[0], problem.Arguments[1], problem.Arguments[4]));
    }

    [Theory]
    [MemberData(nameof(EveryFile))]
    public async Task Load_WithoutAFile_TellsWhich(string dataSet)
    {
        File.Delete(_folder.PathOf(dataSet));

        var problem = await RefusedAsync(_ => true);

        Assert.Equal((DataProblems.FileMissing, dataSet + ".csv"), (problem.Code, problem.Arguments[0]));
    }

    [Theory]
    [InlineData("starter/academies", "region_code", "", StarterProblems.AcademieWithoutRegion)]
    [InlineData("starter/campuses", "seat_latitude", "", StarterProblems.HalfCoordinates)]
    [InlineData("starter/campuses", "seat_latitude", "12.5", StarterProblems.OutsideFrance)]
    [InlineData("starter/campuses", "seat_coordinate_precision", "", StarterProblems.CoordinatesWithoutPrecision)]
    [InlineData("starter/campuses", "status", "merged", StarterProblems.MergedWithoutSuccessor)]
    [InlineData("starter/campuses", "successor_slug", "nautisme-pays-de-la-loire", StarterProblems.SuccessorLoop)]
    [InlineData("starter/label_periods", "start_precision", "day", StarterProblems.StartPrecision)]
    [InlineData("starter/label_periods", "start", "2018-10", StarterProblems.StartPrecision)]
    [InlineData("starter/training_offers", "school_year", "2024", CatalogueStarterProblems.NotASchoolYear)]
    [InlineData("starter/training_offers", "organisation_id", "inconnu", DataProblems.ReferenceUnknown)]
    [InlineData("starter/qualifications", "sector_codes", "inconnu", DataProblems.ReferenceUnknown)]
    [InlineData("starter/qualifications", "campus_slugs", "inconnu", DataProblems.ReferenceUnknown)]
    [InlineData("starter/pathway_links", "to_qualification_id", "bac-pro-aeronautique-option-avionique", CatalogueStarterProblems.FollowsItself)]
    [InlineData("starter/organisations", "longitude", "", StarterProblems.HalfCoordinates)]
    [InlineData("starter/organisations", "longitude", "120.5", StarterProblems.OutsideFrance)]
    [InlineData("starter/organisations", "coordinate_precision", "", StarterProblems.CoordinatesWithoutPrecision)]
    public async Task Load_CellsThatContradictOneAnother_TellsThePlace(string dataSet, string column, string value, string code)
    {
        _folder.Change(dataSet, table => table[Line, column] = value);

        var problem = await RefusedAsync(problem => problem.Code == code);

        Assert.Equal((dataSet + ".csv", Line), (problem.Arguments[0], problem.Arguments[1]));
    }

    [Fact]
    public async Task Load_BrokenFileInAnEmptyDatabase_LeavesItEmpty()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = await DatabaseState.ReadAsync(database, Ct);
        _folder.Change("starter/memberships", table => table[Line, "role"] = "chef");

        var outcome = await _folder.LoadAllAsync(database, ct: Ct);

        Assert.True(outcome.Failed);
        Assert.Equal(before, await DatabaseState.ReadAsync(database, Ct));
    }

    [Fact]
    public async Task Load_SeveralBrokenFiles_TellsAllTheProblems()
    {
        _folder.Change("starter/sectors", table => table[3, "name_fr"] = "");
        _folder.Change("starter/organisations", table => table[7, "siret"] = "19440034700011");
        _folder.Change("starter/memberships", table => table[9, "campus_slug"] = "campus-inconnu");

        var outcome = await _folder.LoadAllAsync(loaded.Database, ct: Ct);

        Assert.Equal(
            [DataProblems.ValueMissing, DataProblems.ValueInvalidSiret, DataProblems.ReferenceUnknown],
            outcome.Problems.Select(problem => problem.Code));
        Assert.Equal(3, outcome.ProblemCount);
    }

    private static IReadOnlyList<string> BreaksOf(Column column) =>
        column.Reference is null ? column.ProblemCodes : [.. column.ProblemCodes, DataProblems.ReferenceUnknown];

    /// <summary>A cell that has this problem.</summary>
    private static string Broken(string code, CsvTable table, string column) => code switch
    {
        DataProblems.ValueMissing => "",
        DataProblems.ValueTooLong => new string('x', 2_000),
        DataProblems.ValueRepeated => table[Line - 1, column],
        DataProblems.ValueNotAllowed => "autre",
        DataProblems.ValueInvalidNumber => "quatre",
        DataProblems.ValueInvalidDegrees => "47,2",
        DataProblems.ValueInvalidCode => "code?",
        DataProblems.ValueInvalidDay => "2018-13-01",
        DataProblems.ValueInvalidSlug => "Pas une adresse",
        DataProblems.ValueInvalidUai => "0440034Z",
        DataProblems.ValueInvalidSiret => "19440034700011",
        DataProblems.ValueInvalidInsee => "20004",
        DataProblems.ValueInvalidPostcode => "4400",
        DataProblems.ValueInvalidDate => "2018-13",
        DataProblems.ValueInvalidUrl => "www.sans-protocole.fr",
        DataProblems.ValueInvalidItem => "zz||zz",
        DataProblems.ReferenceUnknown => "zzz",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "How is that broken?"),
    };

    /// <summary>Loads over the good starter: the load must fail and leave the database as it was.</summary>
    private async Task<Problem> RefusedAsync(Func<Problem, bool> isExpected)
    {
        var outcome = await _folder.LoadAllAsync(loaded.Database, ct: Ct);

        Assert.Empty(outcome.Loads);
        Assert.Equal(loaded.State, await DatabaseState.ReadAsync(loaded.Database, Ct));
        return outcome.Problems.First(isExpected);
    }

    private async Task ReplaceHeaderAsync(string dataSet, Func<string[], string[]> change)
    {
        var path = _folder.PathOf(dataSet);
        var lines = await File.ReadAllLinesAsync(path, Ct);
        lines[0] = string.Join(',', change(lines[0].Split(',')));
        await File.WriteAllLinesAsync(path, lines, Ct);
    }

    /// <summary>A database that holds the good starter.</summary>
    public sealed class Loaded : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public string State { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            using var folder = new StarterFolder();
            Assert.Empty((await folder.LoadAllAsync(Database, ct: Ct)).Problems);
            State = await DatabaseState.ReadAsync(Database, Ct);
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
