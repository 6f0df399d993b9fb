using Maillage.TestKit;
using Maillage.Web.Hosting;
using Maillage.Web.Verbs;
using Maillage.Web.Verbs.Soaks;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The soaks of imports and of mail on a small budget, on the engine of the run.</summary>
public sealed class SoakTests : IAsyncLifetime
{
    private const int DamagedFiles = 300;
    private const int ParsedFiles = 3_000;
    private const int Kills = 3;
    private const int Rows = 10_000;
    private const int Messages = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-soak-");
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Files_DamagedInAnyWay_AreLoadedWholeOrRefused()
    {
        var result = await ImportSoak.RunAsync(_database.Database, _folder.FullName, Context(), Seed(), DamagedFiles, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
    }

    [Fact]
    public async Task Files_DamagedInAnyWay_AreReadToTheirEndOrRefused()
    {
        var result = await ParserSoak.RunAsync(_folder.FullName, Context(), Seed(), ParsedFiles, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
    }

    [Fact]
    public async Task Import_KilledAtAnyMoment_LeavesTheOldStateOrTheNewOne()
    {
        var result = await ImportKillSoak.RunAsync(
            _database.Database, Path.Combine(_folder.FullName, "state"), Rows, Context(), Seed(), Kills, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
    }

    [Fact]
    public async Task Messages_SentByTwoProgramsThatAreKilled_ArriveOnceOrAreReported()
    {
        var result = await MailSoak.RunAsync(
            _database.Database, Path.Combine(_folder.FullName, "state"), Context(), Seed(), Messages, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
    }

    private VerbContext Context() =>
        new(new HostSettings { State = _folder.FullName, Database = _database.Database }, [], new Dictionary<string, string>(), new Texts(), TextWriter.Null, TextWriter.Null);

    private static int Seed()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}");
        return seed;
    }
}
