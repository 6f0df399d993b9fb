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

    private static readonly DataSet Communes = NetworkDataSets.All.Single(dataSet => dataSet.Name == "geo/communes");

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

    private async Task ImportAsync(string text)
    {
        var outcome = await _folder.ImportAsync(_database, Communes, _folder.Write("communes.csv", text), Ct);
        Assert.Null(outcome.Refusal);
    }

    private async Task<string> CommuneAsync(string code)
    {
        await using var db = _database.NewContext();
        var commune = await db.Communes.SingleAsync(row => row.Code == InseeCode.Parse(code), Ct);
        return FormattableString.Invariant($"{commune.Name} {commune.Population} {commune.Postcodes} {commune.Latitude} {commune.Longitude}");
    }
}
