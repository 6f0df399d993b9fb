using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.OpenData;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Network.Starter;

public sealed class VanishedRowsTests : IAsyncLifetime
{
    private const string Nautisme = "nautisme-pays-de-la-loire";
    private const string Michelet = "lycee-professionnel-michelet";

    private readonly StarterFolder _folder = new();
    private readonly FakeTimeProvider _clock = TestData.Clock();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Assert.False((await _folder.LoadAsync(_database, _clock, Ct)).Failed);
        _clock.Advance(TimeSpan.FromDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Vanished_CampusWithItsPeriodsAndMemberships_IsRemoved()
    {
        RemoveCampus(Nautisme);

        var outcome = await LoadAsync();

        Assert.Empty(outcome.Problems);
        Assert.Equal(1, outcome.Loads.Single(load => load.DataSet == "starter/campuses").Vanished);
        await using var db = _database.NewContext();
        Assert.False(await db.Campuses.AnyAsync(row => row.Slug == Nautisme, Ct));
        Assert.Equal(CsvTable.Read(_folder.PathOf("starter/campuses")).Count, await db.Set<CampusName>().CountAsync(Ct));
        Assert.Equal(CsvTable.Read(_folder.PathOf("starter/label_periods")).Count, await db.Set<LabelPeriod>().CountAsync(Ct));
        Assert.Equal(CsvTable.Read(_folder.PathOf("starter/memberships")).Count, await db.Memberships.CountAsync(Ct));
    }

    [Fact]
    public async Task Vanished_OneMembership_IsRemovedAlone()
    {
        var before = CsvTable.Read(_folder.PathOf("starter/memberships")).Count;
        _folder.Change("starter/memberships", table =>
        {
            var (campus, organisation) = (table[10, "campus_slug"], table[10, "organisation_id"]);
            table.RemoveLines(row => row("campus_slug") == campus && row("organisation_id") == organisation);
        });

        var load = Assert.Single((await LoadAsync()).Loads);

        Assert.Equal(("starter/memberships", 0, 0, before - 1, 1), (load.DataSet, load.Inserted, load.Updated, load.Unchanged, load.Vanished));
        await using var db = _database.NewContext();
        Assert.Equal(before - 1, await db.Memberships.CountAsync(Ct));
    }

    [Fact]
    public async Task Vanished_CampusThatPeopleGaveAnAxis_StaysAndIsAProblem()
    {
        await using (var db = _database.NewContext())
        {
            var campus = await db.Campuses.SingleAsync(row => row.Slug == Nautisme, Ct);
            db.Add(new WorkAxis { CampusId = campus.CampusId, Position = 1, Title = new LocalizedText("Insertion"), Provenance = TestData.Provenance });
            await db.SaveAsync(Ct);
        }

        RemoveCampus(Nautisme);

        await IsStillNeededAsync("starter/campuses.csv", "slug", Nautisme, "work_axes");
    }

    [Fact]
    public async Task Vanished_OrganisationThatPeopleMadeAMember_StaysAndIsAProblem()
    {
        await using (var db = _database.NewContext())
        {
            var campus = await db.Campuses.SingleAsync(row => row.Slug == Nautisme, Ct);
            var organisation = await db.Organisations.SingleAsync(row => row.Slug == Michelet, Ct);
            db.Add(TestData.Membership(campus, organisation, MembershipRole.Partner));
            await db.SaveAsync(Ct);
        }

        _folder.Change("starter/organisations", table => table.RemoveLines(row => row("id") == Michelet));
        _folder.Change("starter/memberships", table => table.RemoveLines(row => row("organisation_id") == Michelet));

        await IsStillNeededAsync("starter/organisations.csv", "id", Michelet, "memberships");
    }

    [Fact]
    public async Task Vanished_SectorThatCampusesLeft_IsRemoved()
    {
        const string sector = "chimie-biotechnologies";
        const string other = "tourisme-gastronomie";
        _folder.Change("starter/sectors", table => table.RemoveLines(row => row("code") == sector));
        _folder.Change("starter/campuses", table => Replace(table, "sector_code", sector, other));
        _folder.Change("starter/organisations", table => Replace(table, "sector_codes", sector, other));

        Assert.Empty((await LoadAsync()).Problems);

        await using var db = _database.NewContext();
        Assert.Equal(11, await db.Sectors.CountAsync(Ct));
    }

    [Fact]
    public async Task Vanished_AndReplacedByAnotherWithTheSameUai_IsReplaced()
    {
        _folder.Change("starter/organisations", table => table[table.LineOf("id", Michelet), "id"] = "lycee-louise-michel");
        _folder.Change("starter/memberships", table => Replace(table, "organisation_id", Michelet, "lycee-louise-michel"));

        Assert.Empty((await LoadAsync()).Problems);

        await using var db = _database.NewContext();
        Assert.Equal("lycee-louise-michel", (await db.Organisations.SingleAsync(row => row.Uai == Uai.Parse("0440034Y"), Ct)).Slug);
    }

    [Fact]
    public async Task Vanished_ViceRectorat_TakesItsCollectivityWithIt()
    {
        await using var before = _database.NewContext();
        var slugs = await before.Campuses.Where(row => row.Regions.Any(region => region.RegionCode == "987")).Select(row => row.Slug).ToListAsync(Ct);
        slugs.ForEach(RemoveCampus);
        _folder.Change("starter/academies", table => table.RemoveLines(row => row("code") == "41"));

        Assert.Empty((await LoadAsync()).Problems);

        await using var db = _database.NewContext();
        Assert.False(await db.AcademicRegions.AnyAsync(row => row.Code == "987", Ct));
        Assert.Null((await db.Departments.SingleAsync(row => row.Code == "987", Ct)).RegionCode);
    }

    [Fact]
    public async Task Vanished_Commune_IsRemovedAndAnotherIsRenamed()
    {
        _folder.Change("prepared/communes", table =>
        {
            table.RemoveLines(row => row("insee") == "72181");
            table[table.LineOf("insee", "85194"), "name"] = "Les Sables";
            table.Add("85001", "L'Aiguillon-la-Presqu'île", "85", "52", "", "85460", "2600", "");
        });

        var load = Assert.Single((await LoadAsync()).Loads);

        Assert.Equal(("prepared/communes", 1, 1, 3, 1), (load.DataSet, load.Inserted, load.Updated, load.Unchanged, load.Vanished));
        await using var db = _database.NewContext();
        Assert.Equal(
            ["Ajaccio", "L'Aiguillon-la-Presqu'île", "Les Sables", "Nantes", "Papeete"],
            (await db.Communes.Select(row => row.Name).ToListAsync(Ct)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Moved_PrecisionOfAStart_ReplacesThePeriod()
    {
        _folder.Change("starter/label_periods", table =>
        {
            var line = table.LineOf("campus_slug", Nautisme);
            table[line, "start_precision"] = "month";
        });

        Assert.Empty((await LoadAsync()).Problems);

        await using var db = _database.NewContext();
        var campus = await db.Campuses.Include(row => row.LabelPeriods).SingleAsync(row => row.Slug == Nautisme, Ct);
        Assert.Equal(PartialDate.Month(2018, 9), Assert.Single(campus.LabelPeriods).Start);
        Assert.Equal(_clock.UtcNow(), campus.UpdatedAt);
    }

    [Fact]
    public async Task Moved_ConfidenceOfACampus_IsThatOfItsStatedPeriods()
    {
        _folder.Change("starter/campuses", table => table[table.LineOf("slug", Nautisme), "confidence"] = "B");

        var outcome = await LoadAsync();

        Assert.Equal(["starter/campuses", "starter/label_periods"], outcome.Loads.Select(load => load.DataSet));
        await using var db = _database.NewContext();
        var campus = await db.Campuses.Include(row => row.LabelPeriods).SingleAsync(row => row.Slug == Nautisme, Ct);
        Assert.Equal(Confidence.B, Assert.Single(campus.LabelPeriods).Provenance.Confidence);
    }

    private Task<LoadOutcome> LoadAsync() => _folder.LoadAsync(_database, _clock, Ct);

    private static void Replace(CsvTable table, string column, string before, string after)
    {
        for (var line = 2; line <= table.Count + 1; line++)
        {
            var items = table[line, column].Split('|').Select(item => item == before ? after : item);
            table[line, column] = string.Join('|', items.Distinct(StringComparer.Ordinal));
        }
    }

    private async Task IsStillNeededAsync(string file, string column, string key, string table)
    {
        var before = await DatabaseState.ReadAsync(_database, Ct);

        var outcome = await LoadAsync();

        Assert.Equal(new Problem(DataProblems.RowStillNeeded, file, null, column, key, table), Assert.Single(outcome.Problems));
        Assert.Equal(before, await DatabaseState.ReadAsync(_database, Ct));
    }

    private void RemoveCampus(string slug)
    {
        _folder.Change("starter/campuses", table => table.RemoveLines(row => row("slug") == slug));
        _folder.Change("starter/label_periods", table => table.RemoveLines(row => row("campus_slug") == slug));
        _folder.Change("starter/memberships", table => table.RemoveLines(row => row("campus_slug") == slug));
    }
}
