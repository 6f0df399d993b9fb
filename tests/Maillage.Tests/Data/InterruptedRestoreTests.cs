using Maillage.Data.Backup;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class InterruptedRestoreTests : IAsyncLifetime
{
    private readonly BackupFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Settle_KilledWhileUnpacking_ThrowsTheFilesAway()
    {
        await _database.SaveAsync(TestData.Sector("a", "A"));
        _folder.WriteFile("state", ".restoring.partial/files/a.txt", "a");

        await SettleAsync();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.State("state")));
    }

    [Fact]
    public async Task Settle_KilledBeforeTheCommit_ThrowsTheFilesAway()
    {
        _folder.WriteFile("state", ".restoring/files/a.txt", "a");

        await SettleAsync();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.State("state")));
    }

    [Fact]
    public async Task Settle_KilledAfterTheCommit_PutsTheFilesInPlace()
    {
        await _database.SaveAsync(TestData.Sector("a", "A"));
        _folder.WriteFile("state", ".restoring/files/a.txt", "a");
        _folder.WriteFile("state", ".restoring/keys/k.xml", "k");
        Directory.CreateDirectory(Path.Combine(_folder.State("state"), "files"));

        await SettleAsync();

        Assert.Equal(["a", "k"], _folder.Files("state").Values.Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.State("state")).Length);
    }

    [Fact]
    public async Task Settle_KilledBetweenTwoFolders_EndsTheMove()
    {
        await _database.SaveAsync(TestData.Sector("a", "A"));
        _folder.WriteFile("state", "files/a.txt", "a");
        _folder.WriteFile("state", ".restoring/keys/k.xml", "k");

        await SettleAsync();

        Assert.Equal(["a", "k"], _folder.Files("state").Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settle_WithoutADatabase_ThrowsTheFilesAway()
    {
        _folder.WriteFile("state", ".restoring/files/a.txt", "a");

        await new InterruptedRestore(_folder.Sqlite("state")).SettleAsync(_folder.State("state"), Ct);

        Assert.Empty(Directory.GetFileSystemEntries(_folder.State("state")));
    }

    [Fact]
    public async Task Settle_NothingToSettle_CreatesNothing()
    {
        await SettleAsync();

        Assert.False(Directory.Exists(_folder.State("state")));
    }

    private Task SettleAsync() => new InterruptedRestore(_database.Database).SettleAsync(_folder.State("state"), Ct);
}
