using Maillage.Data;
using Maillage.Network;
using Maillage.Publishing;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class PublishedRevisionTests : IAsyncLifetime
{
    private readonly TestData _a = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Revision_PublishedChange_Moves()
    {
        var before = await RevisionAsync();

        await _database.SaveAsync(_a.Organisation(x => x.InSectors()));

        Assert.True(await RevisionAsync() > before);
    }

    [Fact]
    public async Task Revision_EachKindOfChange_Moves()
    {
        var campus = _a.Campus(x => x.Labelled("2018"));
        await _database.SaveAsync([.. TestData.Territories(), campus]);

        await MovesAsync(async db => (await db.Campuses.SingleAsync(Ct)).Website = "https://campus.example");
        await MovesAsync(async db => (await db.Campuses.Include(row => row.LabelPeriods).SingleAsync(Ct)).LabelPeriods[0].DurationYears = 4);
        await MovesAsync(async db => db.RemoveRange(await db.Campuses.SelectMany(row => row.LabelPeriods).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Revision_FactReport_StaysWhereItIs()
    {
        var before = await RevisionAsync();

        await _database.SaveAsync(new FactReport { Page = "/campus/nautisme", Message = "Le siège a changé.", Language = "fr", SentAt = TestData.Clock().GetUtcNow().UtcDateTime });

        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task Revision_NothingToSave_StaysWhereItIs()
    {
        await _database.SaveAsync(_a.Organisation(x => x.InSectors()));
        var before = await RevisionAsync();

        await using var db = _database.NewContext();
        await db.Organisations.SingleAsync(Ct);
        await db.SaveAsync(Ct);

        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task Revision_BeforeTheCommit_IsSeenByNoOne()
    {
        var before = await RevisionAsync();
        await using var db = _database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);

        db.Add(_a.Organisation(x => x.InSectors()));
        await db.SaveAsync(Ct);
        var during = await RevisionAsync();
        await transaction.CommitAsync(Ct);

        Assert.Equal(before, during);
        Assert.True(await RevisionAsync() > before);
    }

    [Fact]
    public async Task Revision_ChangeRolledBack_StaysWhereItIs()
    {
        var before = await RevisionAsync();

        await using (var db = _database.NewContext())
        await using (await db.Database.BeginTransactionAsync(Ct))
        {
            db.Add(_a.Organisation(x => x.InSectors()));
            await db.SaveAsync(Ct);
        }

        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task Revision_SaveRefused_StaysWhereItIs()
    {
        var before = await RevisionAsync();

        // The sector does not exist.
        await Assert.ThrowsAsync<DbUpdateException>(() => _database.SaveAsync(_a.Campus()));

        Assert.Equal(before, await RevisionAsync());
    }

    [Fact]
    public async Task Revision_TwoContexts_CountsBoth()
    {
        var before = await RevisionAsync();
        await using var first = _database.NewContext();
        await using var second = _database.NewContext();
        first.Add(_a.Organisation(x => x.InSectors()));
        second.Add(_a.Organisation(x => x.InSectors()));

        await first.SaveAsync(Ct);
        await second.SaveAsync(Ct);

        Assert.Equal(before + 2, await RevisionAsync());
    }

    private Task<long> RevisionAsync() => new RevisionReader(_database.Database).ReadAsync(Ct);

    private async Task MovesAsync(Func<MaillageDb, Task> change)
    {
        var before = await RevisionAsync();
        await using var db = _database.NewContext();
        await change(db);
        await db.SaveAsync(Ct);
        Assert.Equal(before + 1, await RevisionAsync());
    }
}
