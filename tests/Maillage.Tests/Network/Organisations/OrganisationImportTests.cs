using Maillage.Catalogue;
using Maillage.Data;
using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Editing;
using Maillage.Network.Organisations.Imports;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Network.Organisations;

public sealed class OrganisationImportTests : IAsyncLifetime
{
    private const string SchoolHeader =
        "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Code_postal;Code_commune;Nom_commune;"
        + "Telephone;Web;Mail;SIREN_SIRET;etat;ministere_tutelle;code_nature;latitude;longitude;precision_localisation;date_maj_ligne\n";

    private const string BodyHeader =
        "siret;uai;entreprise_raison_sociale;enseigne;numero_voie;type_voie;nom_voie;code_postal;localite;code_insee_localite;geo_coordonnees;ferme;onisep_nom\n";

    private const string PairHeader = "uai;siret;raison_sociale;enseigne;nature;departement;commune;adresse;prepa_apprentissage\n";

    private static readonly Uai First = UaiOf(449001);
    private static readonly Uai Second = UaiOf(449002);
    private static readonly Siret FirstSiret = SiretOf(19449001);
    private static readonly Siret SecondSiret = SiretOf(19449002);

    private readonly ImportFolder _folder = new();
    private readonly TestData _a = new();
    private TestDatabase _database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.SaveAsync(
            [.. TestData.Territories(), new Maillage.Network.Territories.Department { Code = "44", Name = "Loire-Atlantique", RegionCode = "52" }]);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task School_OfTheDirectory_BecomesAnOrganisationWithItsPlaceAndItsOwnContacts()
    {
        await ImportSchoolsAsync(School(First, "Lycée professionnel des Marais", siret: FirstSiret.Value));

        var school = await OrganisationAsync(First);
        Assert.Equal(("lycee-professionnel-des-marais-saint-nazaire", OrganisationKind.LyceePro, OrganisationStatus.Public), (school.Slug, school.Kind, school.Status));
        Assert.Equal(("1 rue des Joncs", "44600", "44184", "Saint-Nazaire", "52"), (school.Address, school.Postcode, school.CommuneCode?.Value, school.Commune, school.RegionCode));
        Assert.Equal((47.27, -2.21, CoordinatePrecision.Address), (school.Latitude, school.Longitude, school.CoordinatePrecision));
        Assert.Equal((FirstSiret, "https://marais.example.org", $"ce.{First.Value.ToLowerInvariant()}@ac-nantes.fr", "02 40 00 00 00"), (school.Siret, school.Website, school.Email, school.Telephone));
        Assert.Equal(("DEPP, Annuaire de l’éducation", PartialDate.Parse("2024-03-19"), Confidence.A), (school.Provenance.Source, school.Provenance.AsOf, school.Provenance.Confidence));
    }

    [Theory]
    [InlineData("marie.durand@example.org", "06 12 34 56 78")]
    [InlineData("mdurand@example.org", "+33 7 12 34 56 78")]
    public async Task Contact_ThatMayBeAPersons_IsNotKept(string email, string telephone)
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais", email: email, telephone: telephone));

        var school = await OrganisationAsync(First);
        Assert.Equal((null, null), (school.Email, school.Telephone));
    }

    [Fact]
    public async Task Schools_ThatAreClosedOrRepeatedOrNoLycee_AddNothing()
    {
        await ImportSchoolsAsync(
            School(First, "Lycée des Marais") + School(First, "Lycée des Marais, annexe") + School(Second, "Lycée fermé", state: "FERME")
            + School(UaiOf(449003), "Collège des Marais", type: "Collège"));

        Assert.Equal(["Lycée des Marais"], await NamesAsync());
    }

    [Fact]
    public async Task Producers_OfOneBody_MakeOneOrganisationOfWhichTheFirstOneSpeaks()
    {
        await ImportAsync("apprenticeship/bodies", BodyHeader
            + $"{FirstSiret};{First};LYCEE DES MARAIS;;1;RUE;DES JONCS;44600;SAINT-NAZAIRE;44184;47.3,-2.2;false;\n"
            + $"{SecondSiret};;ASSOCIATION DES FORGES;ATELIER DES FORGES;;;;44000;NANTES;44109;;false;\n"
            + $"{SiretOf(19449003)};;ANCIEN CENTRE;;;;;44000;NANTES;44109;;true;\n");
        await ImportAsync("apprenticeship/uai-siret", PairHeader
            + $"{Second};{SecondSiret};ASSOCIATION DES FORGES;;formateur;44;Nantes;2 RUE DES FORGES 44000 NANTES;\n");
        await ImportSchoolsAsync(School(First, "Lycée professionnel des Marais"));

        Assert.Equal(["ASSOCIATION DES FORGES – ATELIER DES FORGES", "Lycée professionnel des Marais"], await NamesAsync());
        var school = await OrganisationAsync(First);
        Assert.Equal((OrganisationKind.LyceePro, FirstSiret, 47.27), (school.Kind, school.Siret, school.Latitude));
        var other = await OrganisationAsync(Second);
        Assert.Equal((OrganisationKind.Cfa, SecondSiret, "44109"), (other.Kind, other.Siret, other.CommuneCode?.Value));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Organisations_OfOneNameInOneCommune_HaveAddressesOfTheirOwnThatStay()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais") + School(Second, "Lycée des Marais"));
        var before = await SlugsAsync();

        await ImportSchoolsAsync(School(Second, "Lycée Simone-Dupont") + School(First, "Lycée des Marais"));

        Assert.Equal(["lycee-des-marais-saint-nazaire", $"lycee-des-marais-saint-nazaire-{Second.Value.ToLowerInvariant()}"], before);
        Assert.Equal(before, await SlugsAsync());
        Assert.Equal("Lycée Simone-Dupont", (await OrganisationAsync(Second)).Name);
    }

    [Fact]
    public async Task File_ImportedUnderAnotherName_ChangesNothing()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        var (before, revision) = (await OrganisationAsync(First), await new RevisionReader(_database.Database).ReadAsync(Ct));

        await ImportSchoolsAsync("\n" + School(First, "Lycée des Marais"));

        Assert.Equal(before.UpdatedAt, (await OrganisationAsync(First)).UpdatedAt);
        Assert.Equal(revision, await new RevisionReader(_database.Database).ReadAsync(Ct));
    }

    [Fact]
    public async Task Curated_MatchedByUaiOrSiret_KeepsItsValuesAndFillsItsHoles()
    {
        await _database.SaveAsync(
            _a.Organisation(x => x.Named("Lycée Michelet").With(row => row.Uai = First)),
            _a.Organisation(x => x.Named("Centre des Forges").OfKind(OrganisationKind.TrainingProvider).With(row => row.Siret = SecondSiret)));

        await ImportSchoolsAsync(School(First, "LYCEE MICHELET", siret: FirstSiret.Value));
        await ImportAsync("apprenticeship/bodies", BodyHeader + $"{SecondSiret};{Second};ASSOCIATION DES FORGES;;;;;44000;NANTES;44109;;false;\n");

        Assert.Equal(["Centre des Forges", "Lycée Michelet"], await NamesAsync());
        var school = await OrganisationAsync(First);
        Assert.Equal(("lycee-michelet", FirstSiret, "Saint-Nazaire"), (school.Slug, school.Siret, school.Commune));
        Assert.Equal("centre-des-forges", (await OrganisationAsync(Second)).Slug);
        Assert.Equal(
            ["Name Centre des Forges → ASSOCIATION DES FORGES (apprenticeship/bodies)"],
            await ProposalsAsync());
    }

    [Fact]
    public async Task Schools_BesideSeveralYearsOfPupils_AreImported()
    {
        const string Pupils = "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n";
        var dataSet = CatalogueDataSets.All.Single(known => known.Name == "orion/pupils");
        foreach (var year in (string[])["2020", "2021"])
        {
            await _folder.ImportAsync(_database, dataSet, _folder.Write("pupils.csv", $"{Pupils}{year};{First};23210031122;12\n"), Ct);
        }

        await ImportSchoolsAsync(School(First, "Lycée des Marais"));

        Assert.Equal(["Lycée des Marais"], await NamesAsync());
    }

    [Fact]
    public async Task Value_ThatNobodyTouched_FollowsTheProducer()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));

        await ImportSchoolsAsync(School(First, "Lycée Simone-Dupont", telephone: ""));

        var school = await OrganisationAsync(First);
        Assert.Equal(("Lycée Simone-Dupont", "lycee simone-dupont", (string?)null), (school.Name, school.FoldedName, school.Telephone));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Value_CorrectedByAPerson_StaysWhileTheProducerSaysNothingNew()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        await CorrectAsync(First, school => school.Name = "Lycée du Grand Marais");

        await ImportSchoolsAsync(School(First, "Lycée des Marais", telephone: "02 40 11 11 11"));

        var school = await OrganisationAsync(First);
        Assert.Equal(("Lycée du Grand Marais", "02 40 11 11 11"), (school.Name, school.Telephone));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Value_CorrectedByAPersonAndMovedByTheProducer_IsProposed()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        await CorrectAsync(First, school => school.Name = "Lycée du Grand Marais");

        await ImportSchoolsAsync(School(First, "Lycée Simone-Dupont"));
        var proposed = await ProposalsAsync();
        await ImportSchoolsAsync(School(First, "Lycée Simone-Durand"));
        var replaced = await ProposalsAsync();
        await ImportSchoolsAsync(School(First, "Lycée du Grand Marais"));

        Assert.Equal("Lycée du Grand Marais", (await OrganisationAsync(First)).Name);
        Assert.Equal(["Name Lycée du Grand Marais → Lycée Simone-Dupont (education/annuaire)"], proposed);
        Assert.Equal(["Name Lycée du Grand Marais → Lycée Simone-Durand (education/annuaire)"], replaced);
        Assert.Empty(await ProposalsAsync());
    }

    [Fact]
    public async Task Uai_CorrectedByAPerson_DoesNotMakeTheBodyAnother()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        await CorrectAsync(First, school => school.Uai = Second);

        await ImportSchoolsAsync(School(First, "Lycée des Grands Marais"));

        Assert.Equal("Lycée des Grands Marais", (await OrganisationAsync(Second)).Name);
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task Body_ThatVanishes_StaysAsItWas()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais") + School(Second, "Lycée des Forges"));

        await ImportSchoolsAsync(School(First, "Lycée des Marais"));

        Assert.Equal(["Lycée des Forges", "Lycée des Marais"], await NamesAsync());
    }

    [Fact]
    public async Task Proposal_Taken_GivesTheValueOfTheProducerWhichIsThenFollowed()
    {
        await ProposeNameAsync();

        var settled = await SettleAsync(take: true);
        await ImportSchoolsAsync(School(First, "Lycée Simone-Durand"));

        Assert.False(settled.Failed);
        Assert.Equal("Lycée Simone-Durand", (await OrganisationAsync(First)).Name);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Proposal_Kept_IsNotMadeAgain()
    {
        await ProposeNameAsync();

        await SettleAsync(take: false);
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        await SettleAsync(take: false);
        await ImportSchoolsAsync(School(First, "Lycée Simone-Dupont"));

        Assert.Equal("Lycée du Grand Marais", (await OrganisationAsync(First)).Name);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Proposal_WhosePresentValueMoved_IsNotTaken()
    {
        await ProposeNameAsync();
        await CorrectAsync(First, school => school.Name = "Lycée du Petit Marais");

        var settled = await SettleAsync(take: true);

        Assert.Equal(ProposalProblems.ValueMoved, settled.Problem);
        Assert.Equal("Lycée du Petit Marais", (await OrganisationAsync(First)).Name);
        Assert.Equal(1, await WaitingAsync());
    }

    [Fact]
    public async Task Proposal_Settled_IsNotSettledAgain()
    {
        await ProposeNameAsync();
        await using var db = _database.NewContext();
        var id = await db.ImportProposals.Select(row => row.ImportProposalId).SingleAsync(Ct);
        await SettleAsync(take: false);

        var again = await new SettleProposal(db, new NetworkPerimeters(db, TestData.Clock()), TestData.Clock()).ExecuteAsync(TestData.Administrator(), id, take: true, Ct);

        Assert.Equal(ProposalProblems.AlreadySettled, again.Problem);
    }

    private static Uai UaiOf(int number) => Uai.Parse($"{number:D7}{Uai.KeyOf(number)}");

    private static Siret SiretOf(int number) => Enumerable.Range(0, 10).SelectMany(key => Enumerable.Range(0, 10).Select(last => $"{number:D8}{key}0001{last}"))
        .Where(text => Siret.TryParse(text, out _)).Select(Siret.Parse).First();

    private static string School(
        Uai uai, string name, string siret = "", string? email = null, string telephone = "02 40 00 00 00", string state = "OUVERT", string type = "Lycée") =>
        $"{uai};{name};{type};Public;1 rue des Joncs;;44600;44184;Saint-Nazaire;{telephone};https://marais.example.org;{email ?? $"ce.{uai.Value.ToLowerInvariant()}@ac-nantes.fr"};"
        + $"{siret};{state};MINISTERE DE L'EDUCATION NATIONALE;320;47.27;-2.21;Numéro de rue;2024-03-19\n";

    private async Task ProposeNameAsync()
    {
        await ImportSchoolsAsync(School(First, "Lycée des Marais"));
        await CorrectAsync(First, school => school.Name = "Lycée du Grand Marais");
        await ImportSchoolsAsync(School(First, "Lycée Simone-Dupont"));
    }

    private Task ImportSchoolsAsync(string rows) => ImportAsync("education/annuaire", SchoolHeader + rows);

    private async Task ImportAsync(string dataSet, string text)
    {
        var outcome = await _folder.ImportAsync(_database, NetworkDataSets.All.Single(known => known.Name == dataSet), _folder.Write("file.csv", text), Ct);
        Assert.Null(outcome.Refusal);
        Assert.Equal(0, outcome.Run.Rejected);
    }

    private async Task CorrectAsync(Uai uai, Action<Organisation> change)
    {
        await using var db = _database.NewContext();
        change(await db.Organisations.SingleAsync(row => row.Uai == uai, Ct));
        await db.SaveAsync(Ct);
    }

    private async Task<Result> SettleAsync(bool take)
    {
        await using var db = _database.NewContext();
        var id = (await db.ImportProposals.SingleAsync(row => row.State == ProposalState.Waiting, Ct)).ImportProposalId;
        return await new SettleProposal(db, new NetworkPerimeters(db, TestData.Clock()), TestData.Clock()).ExecuteAsync(TestData.Administrator(), id, take, Ct);
    }

    private async Task<Organisation> OrganisationAsync(Uai uai)
    {
        await using var db = _database.NewContext();
        return await db.Organisations.SingleAsync(row => row.Uai == uai, Ct);
    }

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        await using var db = _database.NewContext();
        return [.. (await db.Organisations.Select(row => row.Name).ToListAsync(Ct)).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> SlugsAsync()
    {
        await using var db = _database.NewContext();
        return [.. (await db.Organisations.Select(row => row.Slug).ToListAsync(Ct)).Order(StringComparer.Ordinal)];
    }

    private async Task<int> WaitingAsync()
    {
        await using var db = _database.NewContext();
        return await new WaitingProposals(db, new OrganisationsOfActor(db, new NetworkPerimeters(db, TestData.Clock()))).CountAsync(TestData.Administrator(), Ct);
    }

    private async Task<IReadOnlyList<string>> ProposalsAsync()
    {
        await using var db = _database.NewContext();
        var waiting = await new WaitingProposals(db, new OrganisationsOfActor(db, new NetworkPerimeters(db, TestData.Clock()))).ReadAsync(TestData.Administrator(), Ct);
        return [.. waiting.Select(row => $"{row.Proposal.Field} {row.Proposal.Present} → {row.Proposal.Proposed} ({row.Proposal.DataSet})").Order(StringComparer.Ordinal)];
    }
}
