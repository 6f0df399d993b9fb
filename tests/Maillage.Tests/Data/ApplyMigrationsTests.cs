using Maillage.Data;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class ApplyMigrationsTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Apply_WithoutADatabase_CreatesItAndSaysWhatWasApplied()
    {
        var applied = await new ApplyMigrations(_folder.Sqlite("state")).ExecuteAsync(Ct);
        var again = await new ApplyMigrations(_folder.Sqlite("state")).ExecuteAsync(Ct);

        await using var db = _folder.Sqlite("state").NewContext();
        Assert.Equal(db.Database.GetMigrations(), applied.Value);
        Assert.Empty(again.Value!);
        Assert.Equal([0, 0], await db.Set<PublishedRevision>().Select(row => row.Number).ToListAsync(Ct));
    }

    [Fact]
    public async Task Apply_ByManyAtOnce_AppliesEachOnce()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new ApplyMigrations(_folder.Sqlite("state")).ExecuteAsync(Ct), Ct)));

        await using var db = _folder.Sqlite("state").NewContext();
        Assert.Equal(db.Database.GetMigrations(), applied.SelectMany(result => result.Value!));
    }

    [Fact]
    public async Task Apply_AfterOneWasKilled_DoesNotWaitForIt()
    {
        var database = _folder.Sqlite("state");
        Directory.CreateDirectory(_folder.State("state"));
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync(
                $"CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-23')", Ct);
        }

        var applied = await new ApplyMigrations(database).ExecuteAsync(Ct);

        Assert.NotEmpty(applied.Value!);
    }

    [Fact]
    public async Task Apply_ToADatabaseOfALaterVersion_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Demain', '99.0')", Ct);

        var applied = await new ApplyMigrations(database.Database).ExecuteAsync(Ct);

        Assert.Equal("data.migration.newer", applied.Problem?.Code);
        Assert.Equal("Demain", applied.Problem?.Arguments[0]);
    }
}
