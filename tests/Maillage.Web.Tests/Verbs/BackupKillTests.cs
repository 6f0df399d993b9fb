using Maillage.Data;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Maillage.Web.Verbs;
using Maillage.Web.Verbs.Soaks;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The soak of the same name on a small budget, restoring on the engine of the run.</summary>
public sealed class BackupKillTests
{
    private const int Rounds = 4;
    private const int Reports = 5_000;

    [Fact]
    public async Task BackupAndRestore_KilledAtAnyMoment_LeaveNothingOrAll()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}");
        using var source = new GeneratedState();
        await source.FillAsync(new Random(seed), Reports, files: 5, fileBytes: 100_000, CancellationToken.None);
        var settings = new HostSettings { State = source.State, Database = source.Database };
        var context = new VerbContext(settings, [], new Dictionary<string, string>(), new Texts(), TextWriter.Null, TextWriter.Null);

        var result = await BackupSoak.RunAsync(source, NewTargetAsync, context, seed, Rounds, CancellationToken.None);

        Assert.Null(result.Problem);
    }

    private static async Task<SoakTarget> NewTargetAsync()
    {
        var database = await TestDatabase.CreateAsync();
        if (database.Database.Engine == DatabaseEngine.Sqlite)
        {
            // A file in the state is created by the restoration itself.
            await database.DisposeAsync();
            return await SoakTarget.NewSqlite();
        }

        var folder = Directory.CreateTempSubdirectory("maillage-restored-");
        return new SoakTarget(Path.Combine(folder.FullName, "state"), database.Database, async () =>
        {
            await database.DisposeAsync();
            folder.Delete(recursive: true);
        });
    }
}
