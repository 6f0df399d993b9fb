using Maillage.Data;
using Maillage.Search;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Search;

public sealed class CurrentSearchIndexTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private readonly FakeTimeProvider _clock = TestData.Clock();
    private readonly TemporaryIndex _here = new();
    private readonly TemporaryIndex _elsewhere = new();
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _services = _database.NewServices(_clock);
        await _database.SaveAsync([.. TestData.Territories(), _a.Campus(x => x.Named("Campus Nautisme").At("nautisme"))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _here.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Index_AfterAChange_HoldsItOnEveryNode()
    {
        using var folder = new SearchFolder(_here.Path);
        using var other = new SearchFolder(_elsewhere.Path);
        using var node = Node(folder);
        using var second = Node(other);
        Assert.Empty(Found(await node.GetAsync(Ct), "voile"));
        Assert.Empty(Found(await second.GetAsync(Ct), "voile"));

        await _database.SaveAsync(_a.Campus(x => x.Named("Campus Voile").At("voile")));
        await node.FollowAsync(Ct);
        await second.FollowAsync(Ct);

        Assert.Equal(["voile"], Found(await node.GetAsync(Ct), "voile"));
        Assert.Equal(["voile"], Found(await second.GetAsync(Ct), "voile"));
    }

    [Fact]
    public async Task Index_OfAChange_WritesThatAlone()
    {
        using var folder = new SearchFolder(_here.Path);
        using var node = Node(folder);
        var documents = (await node.GetAsync(Ct)).Documents;

        await _database.SaveAsync(_a.Campus(x => x.Named("Campus Voile").At("voile")));

        Assert.Equal(new IndexChanges(documents + 1, 1, 0), await node.FollowAsync(Ct));
        Assert.Null(await node.FollowAsync(Ct));
    }

    [Fact]
    public async Task Index_OfThePresentRevision_IsNotWrittenAgainAtAStart()
    {
        using (var folder = new SearchFolder(_here.Path))
        using (var node = Node(folder))
        {
            await node.FollowAsync(Ct);
        }

        using var same = new SearchFolder(_here.Path);
        using var started = Node(same);

        Assert.Null(await started.FollowAsync(Ct));
        Assert.Equal(["nautisme"], Found(await started.GetAsync(Ct), "nautisme"));
    }

    [Fact]
    public async Task Index_WrittenByACommandBesideTheSite_IsTakenUp()
    {
        using var folder = new SearchFolder(_here.Path);
        using var beside = new SearchFolder(_here.Path);
        using var site = Node(folder);
        using var command = Node(beside);
        await site.FollowAsync(Ct);
        await _database.SaveAsync(_a.Campus(x => x.Named("Campus Voile").At("voile")));

        Assert.NotNull(await command.FollowAsync(Ct));
        Assert.Null(await site.FollowAsync(Ct));

        Assert.Equal(["voile"], Found(await site.GetAsync(Ct), "voile"));
    }

    [Fact]
    public async Task Index_StillHeldAfterSeveralChanges_GoesOnAnswering()
    {
        using var folder = new SearchFolder(_here.Path);
        using var node = Node(folder);
        var held = await node.GetAsync(Ct);

        for (var change = 0; change < 4; change++)
        {
            await _database.SaveAsync(_a.Campus(x => x.Named($"Campus Voile {change}").At($"voile-{change}")));
            await node.FollowAsync(Ct);
        }

        Assert.Equal(["nautisme"], Found(held, "nautisme"));
        Assert.Equal(4, Found(await node.GetAsync(Ct), "voile").Count());
    }

    [Fact]
    public async Task Index_HeldForLongerThanARequest_IsClosed()
    {
        using var folder = new SearchFolder(_here.Path);
        using var node = Node(folder);
        var held = await node.GetAsync(Ct);
        for (var change = 0; change < 2; change++)
        {
            await _database.SaveAsync(_a.Campus(x => x.Named($"Campus Voile {change}").At($"voile-{change}")));
            await node.FollowAsync(Ct);
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Throws<ObjectDisposedException>(() => Found(held, "nautisme"));
    }

    private CurrentSearchIndex Node(SearchFolder folder) =>
        new(folder, _services.GetRequiredService<RevisionReader>(), _services.GetRequiredService<IServiceScopeFactory>(), _clock);

    private static IEnumerable<string> Found(SearchIndex index, string text) => index.Find(new SearchQuery { Text = text }, 1, 10).Hits.Select(hit => hit.Id);
}
