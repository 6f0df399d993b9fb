using Maillage.Network;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Network.Starter;

public sealed class LoadNetworkStarterTests : IAsyncLifetime
{
    private readonly StarterFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Load_FirstTime_HoldsEveryRowOfTheFiles()
    {
        var outcome = await _folder.LoadAsync(_database, ct: Ct);

        Assert.Empty(outcome.Problems);
        Assert.Equal(11, outcome.Loads.Count);
        Assert.All(outcome.Loads, load => Assert.Equal((0, 0, 0), (load.Updated, load.Unchanged, load.Vanished)));
        await using var db = _database.NewContext();
        Assert.Equal(12, await db.Sectors.CountAsync(Ct));
        Assert.Equal(19, await db.AcademicRegions.CountAsync(Ct));
        Assert.Equal(33, await db.Academies.CountAsync(Ct));
        Assert.Equal(81, await db.Campuses.CountAsync(Ct));
        Assert.Equal(166, await db.Organisations.CountAsync(Ct));
        Assert.Equal(135, await db.Memberships.CountAsync(Ct));
        Assert.Equal(56, await db.Campuses.SelectMany(campus => campus.LabelPeriods).CountAsync(Ct));
    }
}
