using Maillage.Network;
using Maillage.OpenData.Imports;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Network.Territories;

public sealed class CommunesImportTests : IAsyncLifetime
{
    private const string Header = "code;nom;type;departement;region;epci;population;codesPostaux;latitude;longitude\n";

    private readonly ImportFolder _folder = new();
    private readonly StarterFolder _starter = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _starter.LoadAsync(_database, ct: Ct);
    }

    public async ValueTask DisposeAsync()
    {
        _starter.Dispose();
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Communes_Published_GiveOursTheirCentreAndTheNewOnesComeIn()
    {
        await ImportAsync(Header
            + "44109;Nantes;commune-actuelle;44;52;244400404;325000;44000|44100;47.2316;-1.5483\n"
            + "44999;Nouvelle-en-Retz;commune-actuelle;44;52;244400404;1200;44999;47.1;-3e-05\n"
            + "99999;Ailleurs;commune-actuelle;99;52;;;;1;1\n");

        Assert.Equal("Nantes 325000 44000|44100 47.2316 -1.5483", await CommuneAsync("44109"));
        Assert.Equal("Nouvelle-en-Retz 1200 44999 47.1 -3E-05", await CommuneAsync("44999"));
        Assert.Equal("Le Mans 146105 72000|72100  ", await CommuneAsync("72181"));
    }

    [Fact]
    public async Task Communes_OfTheGeoApi_AreRead()
    {
        await ImportAsync("""
            [{"nom":"Nantes","code":"44109","codeDepartement":"44","codeEpci":"244400404","codesPostaux":["44000","44300"],"population":325070,
              "centre":{"type":"Point","coordinates":[-1.5483,47.2316]}},
             {"nom":"Le Mans","code":"72181","codeDepartement":"72","codesPostaux":["72000"],"population":145004,"centre":{"type":"Point"}}]
            """);

        Assert.Equal("Nantes 325070 44000|44300 47.2316 -1.5483", await CommuneAsync("44109"));
        Assert.Equal("Le Mans 145004 72000  ", await CommuneAsync("72181"));
    }

    [Fact]
    public async Task Starter_LoadedAgain_LeavesTheCentres()
    {
        await ImportAsync(Header + "44109;Nantes;commune-actuelle;44;52;244400404;325000;44000|44100;47.2316;-1.5483\n");
        _starter.Change("prepared/communes", table => table[2, "population"] = "326000");

        await _starter.LoadAsync(_database, ct: Ct);

        Assert.Equal("Nantes 326000 44000|44100|44200|44300 47.2316 -1.5483", await CommuneAsync("44109"));
    }

    [Fact]
    public async Task Epcis_Published_GiveOursTheirNameAndTheNewOnesComeIn()
    {
        await ImportAsync("""
            [{"code":"244400404","nom":"Métropole de Nantes","type":"METRO","modeFinancement":"FPU","membres":[{"code":"44109"}]},
             {"code":"244400999","nom":"CC des Marais","type":"CC","modeFinancement":"FA","membres":[]}]
            """, "geo/epcis");

        await using var db = _database.NewContext();
        Assert.Equal(
            ["242000354 CA", "244400404 METRO", "244400999 CC", "247200132 CU"],
            (await db.Epcis.ToListAsync(Ct)).Select(epci => $"{epci.Code} {epci.Kind}").Order(StringComparer.Ordinal));
        Assert.Equal("Métropole de Nantes", (await db.Epcis.SingleAsync(epci => epci.Code == "244400404", Ct)).Name);
    }

    [Fact]
    public async Task Departments_Published_TakeTheirNameAndKeepTheirRegion()
    {
        await ImportAsync("""[{"code":"44","region":"99","chefLieu":"44109","nom":"Loire-Atlantique","typeLiaison":3,"zone":"metro"}]""", "geo/departments");

        await using var db = _database.NewContext();
        var department = await db.Departments.SingleAsync(row => row.Code == "44", Ct);
        Assert.Equal(("Loire-Atlantique", "52"), (department.Name, department.RegionCode));
    }

    [Fact]
    public async Task Academies_OfTheMinistry_AreComparedWithOurs()
    {
        const string Text = "libelleRegion;codeAcademie;codeRegion;codeDepartement;libelleAcademie;libelleDepartement\n"
            + "Pays de la Loire;17;52;044;Nantes;Loire-Atlantique\nCorse;27;94;02A;Corse;Corse-du-Sud\nBretagne;17;53;035;Nantes;Ille-et-Vilaine\nSans objet;99;99;;Étranger;\n";

        await ImportAsync(Text, "geo/academies");

        await using var db = _database.NewContext();
        var found = await NetworkDataSets.JoinRates.Single(join => join.Label == "network.join.departments_academies").CountAsync(db, Ct);
        Assert.Equal(new FoundKeys(2, 3), found);
    }

    private async Task ImportAsync(string text, string dataSet = "geo/communes")
    {
        var outcome = await _folder.ImportAsync(_database, NetworkDataSets.All.Single(known => known.Name == dataSet), _folder.Write("territories.csv", text), Ct);
        Assert.Null(outcome.Refusal);
    }

    private async Task<string> CommuneAsync(string code)
    {
        await using var db = _database.NewContext();
        var commune = await db.Communes.SingleAsync(row => row.Code == InseeCode.Parse(code), Ct);
        return FormattableString.Invariant($"{commune.Name} {commune.Population} {commune.Postcodes} {commune.Latitude} {commune.Longitude}");
    }
}
