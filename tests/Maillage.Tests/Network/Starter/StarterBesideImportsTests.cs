using Maillage.Network;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Network.Starter;

/// <summary>What the starter files and the producers' files make of one another.</summary>
public sealed class StarterBesideImportsTests : IAsyncLifetime
{
    private const string Michelet = "lycee-professionnel-michelet";
    private const string MicheletUai = "0440034Y";
    private const string Header = "siret;uai;entreprise_raison_sociale;enseigne;numero_voie;type_voie;nom_voie;code_postal;localite;code_insee_localite;geo_coordonnees;ferme;onisep_nom\n";

    private static readonly Uai NewUai = Uai.Parse($"0449001{Uai.KeyOf(449001)}");

    private readonly StarterFolder _starter = new();
    private readonly ImportFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await LoadAsync();
        await ImportAsync("73282932000074", "CENTRE DES FORGES");
    }

    public async ValueTask DisposeAsync()
    {
        _starter.Dispose();
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Starter_LoadedAgain_LeavesTheImported()
    {
        _starter.Change("starter/organisations", table => table[2, "name"] = "Lycée Michelet, Nantes");

        await LoadAsync();

        Assert.Equal("CENTRE DES FORGES", await NameAsync("centre-des-forges-nantes"));
        Assert.Equal("Lycée Michelet, Nantes", await NameAsync(Michelet));
    }

    [Fact]
    public async Task StarterRow_OfTheUaiOfAnImported_BecomesIt()
    {
        _starter.Change("starter/organisations", table =>
            table.Add([.. table.Header.Select(column => column switch { "id" => "cfa-des-forges", "name" => "CFA des Forges", "uai" => NewUai.Value, "siret" => "", _ => table[2, column] })]));

        await LoadAsync();

        Assert.Equal("CFA des Forges", await NameAsync("cfa-des-forges"));
        Assert.Null(await NameAsync("centre-des-forges-nantes"));
    }

    [Fact]
    public async Task StarterRow_ThatLosesAValue_IsCompletedFromTheProducers()
    {
        await SchoolAsync();
        _starter.Change("starter/organisations", table => table[2, "website"] = "");

        await LoadAsync();

        await using var db = _database.NewContext();
        var michelet = await db.Organisations.SingleAsync(row => row.Slug == Michelet, Ct);
        Assert.Equal(("https://michelet.example.org", "02 40 00 00 00"), (michelet.Website, michelet.Telephone));
    }

    [Fact]
    public async Task StarterRow_Vanished_GoesWithWhatImportsKeptOfIt()
    {
        await SchoolAsync();
        _starter.Change("starter/memberships", table => table.RemoveLines(row => row("organisation_id") == Michelet));
        _starter.Change("starter/training_offers", table => table.RemoveLines(row => row("organisation_id") == Michelet));
        _starter.Change("starter/organisations", table => table.RemoveLines(row => row("id") == Michelet));

        await LoadAsync();

        Assert.Null(await NameAsync(Michelet));
        await using var db = _database.NewContext();
        Assert.Equal("Lycée Michelet", (await db.Organisations.SingleAsync(row => row.Uai == Uai.Parse(MicheletUai), Ct)).Name);
    }

    private async Task LoadAsync()
    {
        var outcome = await _starter.LoadAllAsync(_database, ct: Ct);
        Assert.Empty(outcome.Problems);
    }

    private async Task ImportAsync(string siret, string name)
    {
        var bodies = NetworkDataSets.All.Single(known => known.Name == "apprenticeship/bodies");
        var outcome = await _folder.ImportAsync(
            _database, bodies, _folder.Write("bodies.csv", Header + $"{siret};{NewUai};{name};;;;;44000;NANTES;44109;;false;\n"), Ct);
        Assert.Equal((1, 0), (outcome.Run.Inserted, outcome.Run.Rejected));
    }

    private async Task SchoolAsync()
    {
        const string Text = "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Code_postal;Code_commune;Nom_commune;"
            + "Telephone;Web;Mail;SIREN_SIRET;code_nature;latitude;longitude\n"
            + $"{MicheletUai};Lycée Michelet;Lycée;Public;;;;;;02 40 00 00 00;https://michelet.example.org;;;320;;\n";
        var schools = NetworkDataSets.All.Single(known => known.Name == "education/annuaire");
        Assert.Null((await _folder.ImportAsync(_database, schools, _folder.Write("schools.csv", Text), Ct)).Refusal);
    }

    private async Task<string?> NameAsync(string slug)
    {
        await using var db = _database.NewContext();
        return await db.Organisations.Where(row => row.Slug == slug).Select(row => row.Name).SingleOrDefaultAsync(Ct);
    }
}
