using CsCheck;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Network.Organisations;

public sealed class OrganisationSearchTests : IAsyncLifetime
{
    private const int Count = 60;

    private readonly TestData _a = new();
    private TestDatabase _database = null!;
    private List<Organisation> _organisations = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _organisations = [.. Enumerable.Range(0, Count).Select(index => _a.Organisation(x => x.With(row =>
            (row.Latitude, row.Longitude) = Place(index))))];
        await _database.SaveAsync([.. TestData.Territories(), .. _organisations]);
    }

    /// <summary>All around the world, so that circles cross the 180th meridian and hold the poles; the first has no known place.</summary>
    private static (double? Latitude, double? Longitude) Place(int index) =>
        index == 0 ? (null, null) : (Math.Round(-80 + (index * 2.7), 4), Math.Round(-180 + (index * 37.0 % 360), 4));

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Near_AnyPoint_FindsThoseWithinTheRadiusTheNearestFirst() =>
        await Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[0.1, 3_000]).SampleAsync(async (latitude, longitude, radius) =>
        {
            var center = new GeoPoint(latitude, longitude);
            await using var db = _database.NewContext();

            var found = await new OrganisationSearch(db).PageAsync(new OrganisationFilter { Near = center, RadiusKm = radius }, 1, Count, Ct);

            var expected = _organisations.Where(row => row.Latitude is not null)
                .Select(row => (row.Slug, Distance: center.DistanceKm(new GeoPoint(row.Latitude!.Value, row.Longitude!.Value))))
                .Where(row => row.Distance <= radius)
                .OrderBy(row => row.Distance)
                .Select(row => row.Slug);
            Assert.Equal(expected, found.Items.Select(row => row.Organisation.Slug));
        }, iter: 60);

    [Fact]
    public async Task Page_OfTheList_AsksTheDatabaseTwiceWhateverItsSize()
    {
        await using var db = _database.NewContext();
        using var commands = new CommandCounter(db);

        var found = await new OrganisationSearch(db).PageAsync(new OrganisationFilter(), 1, Count, Ct);

        Assert.Equal(Count, found.Items.Count);
        Assert.All(found.Items, row => Assert.NotEmpty(row.Organisation.Sectors));
        Assert.Equal(2, commands.Count);
    }

    [Fact]
    public async Task Page_AroundAPoint_AsksTheDatabaseTwiceWhateverItsSize()
    {
        await using var db = _database.NewContext();
        using var commands = new CommandCounter(db);

        var found = await new OrganisationSearch(db).PageAsync(
            new OrganisationFilter { Near = new GeoPoint(0, 0), RadiusKm = 20_100 }, 1, Count, Ct);

        Assert.Equal(Count - 1, found.Total);
        Assert.Equal(2, commands.Count);
    }

    [Fact]
    public async Task Members_OfACampus_AreReadAtOnceByRoleThenName()
    {
        var campus = _a.Campus();
        await _database.SaveAsync(
            campus,
            TestData.Membership(campus, _organisations[3]),
            TestData.Membership(campus, _organisations[2]),
            TestData.Membership(campus, _organisations[1], MembershipRole.Partner),
            TestData.Membership(campus, _organisations[4], MembershipRole.Carrier));
        await using var db = _database.NewContext();
        using var commands = new CommandCounter(db);

        var members = await new CampusMembers(db).OfAsync(campus.CampusId, Ct);

        Assert.Equal(
            [_organisations[4].Slug, _organisations[2].Slug, _organisations[3].Slug, _organisations[1].Slug],
            members.Select(member => member.Organisation.Slug));
        Assert.All(members, member => Assert.NotEmpty(member.Organisation.Sectors));
        Assert.Equal(1, commands.Count);
    }
}
