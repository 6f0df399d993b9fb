using Maillage.Access;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Publishing.Articles;
using Maillage.Publishing.Settings;
using Maillage.TestKit;
using Maillage.Web.Tests.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The demonstration as a person starts it: what it says it is, whom it lets in, what it never touches.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("maillage-demo").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Demo_Started_SaysOnEveryPageThatItIsFictitiousAndOpensTheWorkspaceOfItsPeople()
    {
        var address = new Uri($"http://localhost:{StartedProgram.FreePort()}");
        using (var program = StartedProgram.Start("fr", _folder, "demo", "--state", "one", "--urls", address.OriginalString))
        {
            var lines = await ReadToListeningAsync(program);
            var links = lines.Where(line => line.Contains("?jeton=", StringComparison.Ordinal)).ToList();
            Assert.True(links.Count >= 9, string.Join('\n', lines));
            using var visitor = new HttpClient { BaseAddress = address };
            foreach (var path in new[] { "/", "/campus/mode-luxe-pays-de-la-loire", "/en/actualites", "/connexion", "/nulle-part" })
            {
                using var answer = await visitor.GetAsync(path, Ct);
                Assert.NotNull((await answer.ReadPageAsync()).QuerySelector(".fr-notice--warning"));
            }

            using var director = new HttpClient { BaseAddress = address };
            var link = new Uri(links.First(line => line.Contains("Camille", StringComparison.Ordinal)).Split(" : ")[^1].Trim());
            using var opened = await director.SendAsync(link.PathAndQuery, "[name=jeton]");
            Assert.Equal("/espace", opened.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.NotNull((await director.PageAsync("/espace/campus")).QuerySelector("main .plain-list a[href*=espace]"));
        }

        await using var db = Database.Sqlite(Path.Combine(_folder, "one", "demo", "maillage.db")).NewContext();
        var written = await db.Articles.CountAsync(Ct);
        using (var again = StartedProgram.Start("fr", _folder, "demo", "--state", "one", "--urls", address.OriginalString))
        {
            Assert.Contains(await ReadToListeningAsync(again), line => line.Contains("Camille", StringComparison.Ordinal));
        }

        Assert.True(written > 0);
        Assert.Equal(written, await db.Articles.CountAsync(Ct));
        Assert.False(File.Exists(Path.Combine(_folder, "one", "maillage.db")));
    }

    [Theory]
    [InlineData(false, "compte")]
    [InlineData(true, "interrompue")]
    public async Task Demo_WhereItMayNotBe_IsRefusedInASentence(bool unfinished, string sentence)
    {
        await StartedProgram.RunAsync("fr", _folder, "migrate", "--state", Path.Combine("two", "demo"));
        await using (var db = Database.Sqlite(Path.Combine(_folder, "two", "demo", "maillage.db")).NewContext())
        {
            db.Add(unfinished ? new SiteSettings { IsDemonstration = true } : new TestData().Account("quelquun@example.org"));
            await db.SaveChangesAsync(Author.Product.Doing(AccessActs.Invited), TimeProvider.System, Ct);
        }

        var end = await StartedProgram.RunAsync("fr", _folder, "demo", "--state", "two");

        Assert.Equal(2, end.Code);
        Assert.Contains(sentence, end.Error, StringComparison.Ordinal);
    }

    private static async Task<List<string>> ReadToListeningAsync(StartedProgram program)
    {
        var lines = new List<string>();
        do
        {
            lines.Add(await program.ReadLineAsync());
        }
        while (!lines[^1].Contains("Maillage répond", StringComparison.Ordinal));
        return lines;
    }
}
