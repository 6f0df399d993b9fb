using Maillage.Catalogue.Starter;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations.Imports;
using Maillage.Network.Register;
using Maillage.Network.Starter;
using Maillage.OpenData;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Maillage.Tests.Network.Starter;

public sealed class LoadNetworkStarterTests : IAsyncLifetime
{
    private const string Nautisme = "nautisme-pays-de-la-loire";
    private const string Aeronautique = "aeronautique-pays-de-la-loire-bretagne";
    private const string Michelet = "lycee-professionnel-michelet";

    private readonly StarterFolder _folder = new();
    private readonly FakeTimeProvider _clock = TestData.Clock();
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
        var outcome = await LoadAsync();

        Assert.Empty(outcome.Problems);
        Assert.Equal(LoadNetworkStarter.Files.Select(file => file.DataSet), outcome.Loads.Select(load => load.DataSet));
        Assert.All(outcome.Loads, load => Assert.Equal((0, 0, 0), (load.Updated, load.Unchanged, load.Vanished)));
        await using var db = _database.NewContext();
        Assert.Equal(Rows("sectors"), await db.Sectors.CountAsync(Ct));
        // Polynésie française stands beside the régions académiques.
        Assert.Equal(Rows("regions") + 1, await db.AcademicRegions.CountAsync(Ct));
        Assert.Equal(Rows("academies"), await db.Academies.CountAsync(Ct));
        Assert.Equal(Rows("campuses"), await db.Campuses.CountAsync(Ct));
        Assert.Equal(Rows("label_periods"), await db.Set<LabelPeriod>().CountAsync(Ct));
        Assert.Equal(Rows("organisations"), await db.Organisations.CountAsync(Ct));
        Assert.Equal(Rows("memberships"), await db.Memberships.CountAsync(Ct));
        Assert.Equal(5, await db.Communes.CountAsync(Ct));
    }

    [Fact]
    public async Task Load_FirstTime_MapsWhatTheFilesTell()
    {
        await LoadAsync();

        await using var db = _database.NewContext();
        var polynesie = await db.AcademicRegions.SingleAsync(region => region.Code == "987", Ct);
        Assert.Equal(("Polynésie française", "polynesie-francaise", "overseas_collectivity"), (polynesie.Name, polynesie.Slug, polynesie.Kind.ToCode()));
        Assert.Equal("987", (await db.Academies.SingleAsync(academie => academie.Code == "41", Ct)).RegionCode);
        Assert.False((await db.Academies.SingleAsync(academie => academie.Code == "05", Ct)).IsCurrent);

        var campus = await db.Campuses.AsSplitQuery()
            .Include(row => row.Names).Include(row => row.Regions).Include(row => row.Academies).Include(row => row.LabelPeriods)
            .SingleAsync(row => row.Slug == Aeronautique, Ct);
        Assert.Equal("Aéronautique", Assert.Single(campus.Names).ShortName);
        Assert.Equal(["52", "53"], campus.Regions.OrderBy(region => region.Position).Select(region => region.RegionCode));
        Assert.Equal(["17", "14"], campus.Academies.OrderBy(academie => academie.Position).Select(academie => academie.AcademieCode));
        Assert.Equal(PartialDate.Parse("2019-03-20"), campus.Provenance.AsOf);
        var periods = campus.LabelPeriods.OrderBy(period => period.Start).ToList();
        Assert.Equal([PartialDate.SchoolYear(2013), PartialDate.SchoolYear(2017)], periods.Select(period => period.Start));
        Assert.Equal([Confidence.A, Confidence.C], periods.Select(period => period.Provenance.Confidence));
        Assert.Equal([4, null], periods.Select(period => period.DurationYears));

        var michelet = await db.Organisations.Include(row => row.Sectors).SingleAsync(row => row.Slug == Michelet, Ct);
        Assert.Equal(("52", "194400347", Confidence.A), (michelet.RegionCode, michelet.Siren!.Value.Value, michelet.Provenance.Confidence));
        Assert.Equal("infrastructures-batiment-eco-construction", Assert.Single(michelet.Sectors).SectorCode);
        Assert.Equal(36, await db.Organisations.CountAsync(row => row.Provenance.Confidence == Confidence.C, Ct));
        Assert.Equal(
            [("curated", "C"), ("source", "A")],
            (await db.Memberships.Select(row => new { row.Basis, row.Provenance.Confidence }).Distinct().ToListAsync(Ct))
                .Select(row => (row.Basis.ToCode(), row.Confidence.ToCode())).Order());
        Assert.Equal("Les Sables-d'Olonne", (await db.Communes.SingleAsync(row => row.Code == InseeCode.Parse("85194"), Ct)).Name);
        Assert.Null((await db.Departments.SingleAsync(row => row.Code == "975", Ct)).RegionCode);
        // The 14 head institutions are kept as codes, most of them outside organisations.csv.
        Assert.Equal(14, await db.Campuses.CountAsync(row => row.HeadInstitutionUai != null, Ct));
    }

    [Fact]
    public async Task Load_TheSixOfPaysDeLaLoire_StandOnTheirDates()
    {
        await LoadAsync();

        await using var services = _database.NewServices();
        var register = await services.GetRequiredService<CurrentRegister>().GetAsync(Ct);
        Assert.Equal(
            [
                Aeronautique, "batisseurs-constructions-avenir", "filiere-alimentaire-de-demain", "mode-luxe-pays-de-la-loire",
                Nautisme, "tourisme-restauration-international",
            ],
            On("52", 2018, 12, 31));
        Assert.Equal([Aeronautique], On("52", 2017, 1, 1));
        Assert.Contains(Aeronautique, On("53", 2018, 12, 31));

        IEnumerable<string> On(string region, int year, int month, int day) =>
            new CampusFilter { Region = region, AsOf = new DateOnly(year, month, day) }.Apply(register, TestData.Today)
                .Select(row => row.Campus.Slug).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Load_TheSameFiles_AsksEfCoreNothingAndWritesNothing()
    {
        Assert.False((await _folder.LoadAllAsync(_database, _clock, Ct)).Failed);
        var before = await DatabaseState.ReadAsync(_database, Ct);
        await using var db = _database.NewContext();
        using var commands = new CommandCounter(db);

        var (network, catalogue, merge) = (new LoadNetworkStarter(db, _clock), new LoadCatalogueStarter(db, _clock), new MergeOrganisations(db, _clock));
        var outcome = await new LoadStarter(db, new LoadedDigests(_database.Database), network, catalogue, merge)
            .ExecuteAsync(_folder.Starter, _folder.Territories, Ct);

        Assert.False(outcome.Failed);
        Assert.Empty(outcome.Loads);
        Assert.Equal(0, commands.Count);
        Assert.Equal(before, await DatabaseState.ReadAsync(_database, Ct));
    }

    [Fact]
    public async Task Load_FileWrittenOtherwise_KeepsEveryRow()
    {
        await LoadAsync();
        var lines = await File.ReadAllLinesAsync(_folder.PathOf("starter/memberships"), Ct);
        await File.WriteAllLinesAsync(_folder.PathOf("starter/memberships"), [lines[0], .. lines[1..].Reverse()], Ct);

        var outcome = await LoadLaterAsync();

        var load = Assert.Single(outcome.Loads);
        Assert.Equal((0, 0, lines.Length - 1, 0), (load.Inserted, load.Updated, load.Unchanged, load.Vanished));
        Assert.Empty((await LoadLaterAsync()).Loads);
    }

    [Fact]
    public async Task Load_OneRowChanged_UpdatesThatRowAlone()
    {
        await LoadAsync();
        _folder.Change("starter/campuses", table => table[table.LineOf("slug", Nautisme), "name"] = "Campus Nautisme et mer");
        var before = await RevisionAsync();

        var outcome = await LoadLaterAsync();

        var load = Assert.Single(outcome.Loads);
        Assert.Equal(("starter/campuses", 0, 1, Rows("campuses") - 1, 0), (load.DataSet, load.Inserted, load.Updated, load.Unchanged, load.Vanished));
        Assert.True(await RevisionAsync() > before);
        await using var db = _database.NewContext();
        Assert.Equal("Campus Nautisme et mer", Assert.Single((await db.Campuses.Include(row => row.Names).SingleAsync(row => row.Slug == Nautisme, Ct)).Names).Name);
        Assert.Equal(Nautisme, Assert.Single(await db.Campuses.Where(row => row.UpdatedAt == load.LoadedAt).ToListAsync(Ct)).Slug);
    }

    [Fact]
    public async Task Load_RowThatAPersonCorrected_KeepsTheCorrection()
    {
        await LoadAsync();
        await EditAsync(async db => (await db.Organisations.SingleAsync(row => row.Slug == Michelet, Ct)).Website = "https://michelet.example");
        _folder.Change("starter/organisations", table => table[3, "name"] = "Lycée Arago");

        await LoadLaterAsync();

        await using var db = _database.NewContext();
        Assert.Equal("https://michelet.example", (await db.Organisations.SingleAsync(row => row.Slug == Michelet, Ct)).Website);
        Assert.True(await db.Organisations.AnyAsync(row => row.Name == "Lycée Arago", Ct));
    }

    [Fact]
    public async Task Load_RowThatMoved_KeepsWhatOnlyPeopleTell()
    {
        await LoadAsync();
        await EditAsync(async db =>
        {
            var campus = await db.Campuses.Include(row => row.Names).SingleAsync(row => row.Slug == Nautisme, Ct);
            campus.Presentation = new LocalizedText("Un campus au bord de l'eau.");
            db.Add(new CampusName { CampusId = campus.CampusId, Name = "Ancien nom", Until = PartialDate.Parse("2018"), Provenance = TestData.Provenance });
        });
        _folder.Change("starter/campuses", table =>
        {
            var line = table.LineOf("slug", Nautisme);
            table[line, "name"] = "Campus de la mer";
            table[line, "academic_regions"] = "Bretagne|Pays de la Loire";
            table[line, "academies"] = "Rennes";
        });

        await LoadLaterAsync();

        await using var db = _database.NewContext();
        var read = await db.Campuses.AsSplitQuery().Include(row => row.Names).Include(row => row.Regions).Include(row => row.Academies)
            .SingleAsync(row => row.Slug == Nautisme, Ct);
        Assert.Equal("Un campus au bord de l'eau.", read.Presentation!.Fr);
        Assert.Equal(["Ancien nom", "Campus de la mer"], read.Names.Select(name => name.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["53", "52"], read.Regions.OrderBy(region => region.Position).Select(region => region.RegionCode));
        Assert.Equal("14", Assert.Single(read.Academies).AcademieCode);
    }

    [Fact]
    public async Task Load_CampusWhoseCurrentNameWasEnded_GivesItOneAgain()
    {
        await LoadAsync();
        await EditAsync(async db =>
            (await db.Campuses.Include(row => row.Names).SingleAsync(row => row.Slug == Nautisme, Ct)).Names[0].Until = PartialDate.Parse("2020"));
        _folder.Change("starter/campuses", table => table[table.LineOf("slug", Nautisme), "name"] = "Campus de la mer");

        await LoadLaterAsync();

        await using var db = _database.NewContext();
        var names = (await db.Campuses.Include(row => row.Names).SingleAsync(row => row.Slug == Nautisme, Ct)).Names;
        Assert.Equal("Campus de la mer", Assert.Single(names, name => name.Until is null).Name);
    }

    [Fact]
    public async Task Load_ThingThatAPersonMadeFirst_IsTakenOver()
    {
        await using (var db = _database.NewContext())
        {
            db.Add(new TestData().Organisation(x => x.InSectors().With(row => row.Telephone = "0240000000").Named("Lycée professionnel Michelet")));
            await db.SaveAsync(Ct);
        }

        var outcome = await LoadAsync();

        Assert.Empty(outcome.Problems);
        await using var reading = _database.NewContext();
        var michelet = await reading.Organisations.SingleAsync(row => row.Slug == Michelet, Ct);
        Assert.Equal(("0240000000", "0440034Y"), (michelet.Telephone, michelet.Uai!.Value.Value));
    }

    [Fact]
    public async Task Load_TwoNodesAtOnce_LoadOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _folder.LoadAsync(_database, _clock, Ct), Ct)));

        Assert.All(outcomes, outcome => Assert.False(outcome.Failed));
        Assert.Single(outcomes, outcome => outcome.Loads.Count > 0);
        await using var db = _database.NewContext();
        Assert.Equal(Rows("campuses"), await db.Campuses.CountAsync(Ct));
        Assert.Equal(11, await db.DataSetLoads.CountAsync(Ct));
    }

    private Task<LoadOutcome> LoadAsync() => _folder.LoadAsync(_database, _clock, Ct);

    private Task<LoadOutcome> LoadLaterAsync()
    {
        _clock.Advance(TimeSpan.FromDays(1));
        return LoadAsync();
    }

    private async Task EditAsync(Func<MaillageDb, Task> edit)
    {
        await using var db = _database.NewContext();
        await edit(db);
        await db.SaveAsync(Ct);
    }

    private Task<long> RevisionAsync() => new RevisionReader(_database.Database).ReadAsync(Ct);

    private int Rows(string file) => CsvTable.Read(_folder.PathOf("starter/" + file)).Count;
}
