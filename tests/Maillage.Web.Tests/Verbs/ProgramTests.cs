using System.Net;
using System.Net.Sockets;
using Maillage.Data;
using Maillage.Network;
using Maillage.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The commands as a person types them.</summary>
public sealed class ProgramTests : IDisposable
{
    private const int CouldNot = 1;
    private const int BadInput = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("maillage-program é ").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("fr_FR.UTF-8", "Commande inconnue\u00a0: «\u00a0sauvegarder\u00a0».")]
    [InlineData("en_GB.UTF-8", "Unknown command: “sauvegarder”.")]
    public async Task UnknownVerb_IsOneSentence(string language, string sentence)
    {
        var end = await StartedProgram.RunAsync(language, _folder, "sauvegarder");

        Assert.Equal(BadInput, end.Code);
        Assert.Empty(end.Output);
        Assert.StartsWith(sentence, end.Error, StringComparison.Ordinal);
        Assert.Single(end.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("fr", "Usage\u00a0: ./run")]
    [InlineData("en", "Usage: ./run")]
    public async Task Help_NamesEveryVerb(string language, string usage)
    {
        var end = await StartedProgram.RunAsync(language, _folder, "--help");

        Assert.Equal(0, end.Code);
        Assert.StartsWith(usage, end.Output, StringComparison.Ordinal);
        Assert.All(["serve", "migrate", "backup", "restore", "bench", "soak"], verb => Assert.Contains($"  {verb}", end.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bench", "rien", "backup")]
    [InlineData("soak", "rien", "backup")]
    public async Task UnknownName_ListsTheKnownOnes(string verb, string name, string known)
    {
        var end = await StartedProgram.RunAsync("fr", _folder, verb, name);

        Assert.Equal(BadInput, end.Code);
        Assert.Contains(known, end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rounds", "0")]
    [InlineData("--seed", "x")]
    public async Task Soak_AbsurdNumber_IsOneSentence(string option, string value)
    {
        var end = await StartedProgram.RunAsync("fr", _folder, "soak", "backup", option, value);

        Assert.Equal(BadInput, end.Code);
        Assert.Contains(value, end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateBackupRestore_SayWhatTheyDid()
    {
        var migrated = await StartedProgram.RunAsync("fr", _folder, "migrate", "--state", "one");
        var again = await StartedProgram.RunAsync("fr", _folder, "migrate", "--state", "one");
        var written = await StartedProgram.RunAsync("fr", _folder, "backup", "b.zip", "--state", "one");
        var restored = await StartedProgram.RunAsync("en", _folder, "restore", "b.zip", "--state", "two");
        var overwritten = await StartedProgram.RunAsync("fr", _folder, "backup", "b.zip", "--state", "one");

        Assert.Equal([0, 0, 0, 0, BadInput], [migrated.Code, again.Code, written.Code, restored.Code, overwritten.Code]);
        Assert.Contains("_Foundation", migrated.Output, StringComparison.Ordinal);
        Assert.Single(again.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"published_revision +2\n", written.Output);
        Assert.Matches(@"published_revision +2\n", restored.Output);
        Assert.Contains("b.zip", overwritten.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "b.zip")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder, "two")));
        }
    }

    [Fact]
    public async Task Migrate_ServerThatDoesNotAnswer_IsOneSentence()
    {
        var end = await StartedProgram.RunAsync("en", _folder, "migrate", "--database", $"Host=127.0.0.1;Port={StartedProgram.FreePort()};Username=a;Password=secret;Database=b");

        Assert.Equal(CouldNot, end.Code);
        Assert.Single(end.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("secret", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AnswersThenStopsWhenAsked()
    {
        using var program = StartedProgram.Start("fr", _folder, "--state", "state", "--urls", "http://127.0.0.1:0");
        var line = await program.ReadLineAsync();
        while (!line.StartsWith("Maillage répond à ", StringComparison.Ordinal))
        {
            line = await program.ReadLineAsync();
        }

        using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[^1]) };
        var home = await client.GetAsync(new Uri("/", UriKind.Relative), Ct);
        program.Terminate();
        var end = await program.EndAsync();

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(0, end.Code);
        Assert.Empty(end.Error);
        await using var db = Database.Sqlite(Path.Combine(_folder, "state", "maillage.db")).NewContext();
        Assert.NotEqual(0, await db.Campuses.CountAsync(Ct));
    }

    [Fact]
    public async Task Serve_AddressInUse_IsOneSentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var end = await StartedProgram.RunAsync("en", _folder, "--starter", "none", "--urls", $"http://{listener.LocalEndpoint}");

        Assert.Equal(CouldNot, end.Code);
        Assert.Contains("address already in use", Assert.Single(end.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_BrokenStarterFile_NamesTheValueAndLoadsNothing()
    {
        var starter = Directory.CreateDirectory(Path.Combine(_folder, "starter")).FullName;
        foreach (var file in Directory.GetFiles(Repository.Starter, "*.csv"))
        {
            File.Copy(file, Path.Combine(starter, Path.GetFileName(file)));
        }

        await File.AppendAllTextAsync(Path.Combine(starter, "sectors.csv"), "x\n", Ct);

        var end = await StartedProgram.RunAsync("fr", _folder, "--state", "state", "--starter", starter, "--urls", "http://127.0.0.1:0");

        Assert.Equal(BadInput, end.Code);
        Assert.Contains("sectors.csv", end.Error, StringComparison.Ordinal);
        await using var db = Database.Sqlite(Path.Combine(_folder, "state", "maillage.db")).NewContext();
        Assert.Equal(0, await db.Sectors.CountAsync(Ct));
    }
}
