using Maillage.TestKit;
using Maillage.Web.Hosting;
using Maillage.Web.Verbs;
using Maillage.Web.Verbs.Soaks;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The soak of mail on a small budget, on the engine of the run.</summary>
public sealed class MailSoakTests : IAsyncLifetime
{
    private const int Messages = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maillage-mail-");
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Messages_SentByTwoProgramsThatAreKilled_ArriveOnceOrAreReported()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}");
        var context = new VerbContext(
            new HostSettings { State = _folder.FullName, Database = _database.Database }, [], new Dictionary<string, string>(), new Texts(), TextWriter.Null, TextWriter.Null);

        var result = await MailSoak.RunAsync(_database.Database, Path.Combine(_folder.FullName, "state"), context, seed, Messages, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
    }
}
