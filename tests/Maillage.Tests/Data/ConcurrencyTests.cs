using Maillage.Network;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class ConcurrencyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData _a = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OfARowThatAnotherChanged_IsRefused()
    {
        await database.SaveAsync(_a.Organisation(x => x.Named("Lycée des deux éditeurs").InSectors()));
        await using var first = database.NewContext();
        await using var second = database.NewContext();
        var mine = await first.Organisations.SingleAsync(row => row.Slug == "lycee-des-deux-editeurs", Ct);
        var theirs = await second.Organisations.SingleAsync(row => row.Slug == "lycee-des-deux-editeurs", Ct);
        theirs.Website = "https://theirs.example";
        await second.SaveAsync(Ct);

        mine.Website = "https://mine.example";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveAsync(Ct));
        await using var reading = database.NewContext();
        Assert.Equal("https://theirs.example", (await reading.Organisations.SingleAsync(row => row.Slug == mine.Slug, Ct)).Website);
    }

    [Fact]
    public async Task Save_TwiceInTurn_IsAccepted()
    {
        await database.SaveAsync(_a.Organisation(x => x.Named("Lycée patient").InSectors()));

        foreach (var website in (string[])["https://first.example", "https://second.example"])
        {
            await using var db = database.NewContext();
            var organisation = await db.Organisations.SingleAsync(row => row.Slug == "lycee-patient", Ct);
            organisation.Website = website;
            await db.SaveAsync(Ct);
        }

        await using var reading = database.NewContext();
        Assert.Equal("https://second.example", (await reading.Organisations.SingleAsync(row => row.Slug == "lycee-patient", Ct)).Website);
    }
}
