using Maillage.Network;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Data;

public sealed class DatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData _a = new();

    [Fact]
    public async Task Campus_SavedThenRead_IsTheSame()
    {
        var campus = _a.Campus(x => x.Named("Campus Nautisme", "Nautisme").In("52", "53").Labelled("2018-2019", years: 4));

        await database.SaveAsync([.. TestData.Territories(), campus]);

        await using var db = database.NewContext();
        var read = await db.Campuses.AsSplitQuery()
            .Include(row => row.Names).Include(row => row.Regions).Include(row => row.LabelPeriods)
            .SingleAsync(row => row.Slug == "campus-nautisme", TestContext.Current.CancellationToken);
        Assert.Equal("Nautisme", Assert.Single(read.Names).ShortName);
        Assert.Equal(["52", "53"], read.Regions.OrderBy(row => row.Position).Select(row => row.RegionCode));
        Assert.Equal(campus.LabelPeriods[0].Start, Assert.Single(read.LabelPeriods).Start);
        Assert.Equal(TestData.Provenance, read.Provenance);
    }
}
