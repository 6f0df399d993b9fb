using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Catalogue.Register;

public sealed class ImportedCertificationTests : IAsyncLifetime
{
    private const string Cap = "50099901;500;254;S;SOUDAGE DE MARINE (CAP);01/09/2019;;03";

    private TestDatabase _database = null!;
    private ProducerFiles _files = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _files = new ProducerFiles(_database);
        await _files.DiplomasAsync(Ct, Cap, "50099902;500;254;S;SOUDAGE NAVAL (CAP);01/09/2025;;03");
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Kit_CodeWithoutItsZerosAndSheetsThatEnded_GivesTheSheetInForce()
    {
        await _files.DiplomasAsync(Ct, "00099901;010;254;S;SOUDAGE EN MER (MC NIVEAU IV);01/09/2019;;04");
        await _files.KitAsync(
            Ct, "99901;RNCP100;Niveau 4;Oui;31/08/2024;INACTIVE;Soudage;;RNCP200;", "99901;RNCP200;Niveau 4;Oui;31/08/2029;ACTIVE;Soudage;31/12/2031;;RNCP100",
            "99902;NR;NR;NR;NR;NR;NR;NR;NR;NR");

        var qualification = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Qualifications);

        Assert.Equal(("RNCP200", new DateOnly(2029, 8, 31)), (qualification.Rncp, qualification.RncpEndsOn));
    }

    [Fact]
    public async Task Kit_SheetReplacedByTheOneOfAnotherDiploma_IsARenewal()
    {
        await _files.KitAsync(Ct, "50099901;RNCP100;Niveau 3;Oui;31/08/2025;INACTIVE;Soudage;;RNCP200;", "50099902;RNCP200;Niveau 3;Oui;31/08/2030;ACTIVE;Soudage naval;;;RNCP100");

        var step = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Steps);

        Assert.Equal(("50099901", "50099902", PathwayBasis.Renewal), (step.From.Cfd, step.To.Cfd, step.Basis));
    }

    [Fact]
    public async Task CertifInfo_OfADiploma_GivesNameOccupationsSubjectAndModes()
    {
        await _files.CertifInfoAsync(
            Ct, "9001;CAP soudage de marine à flot;23045;Soudage;H2913;H2900;;50099901;Ministère de la Mer;0;1;1;0;2;1;FOR.1",
            "9001;CAP soudage de marine à flot;23045;Soudage;H2913;H2900;;50099901;Ministère de la Mer;0;1;1;0;2;1;FOR.2",
            "9002;CAP tenu secret;23045;Soudage;H2999;;;50099901;;11;1;1;1;1;1;");

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        var cap = catalogue.QualificationOfCfd("50099901")!;
        Assert.Equal(("CAP Soudage de marine à flot", "cap-soudage-de-marine-50099901", "Ministère de la Mer"), (cap.Name, cap.Slug, cap.Certifier));
        Assert.Equal(["H2913"], cap.RomeCodes);
        Assert.Equal(["Soudage"], cap.Subjects);
        Assert.Equal([TrainingMode.Scolaire, TrainingMode.Apprentissage, TrainingMode.Vae], cap.Modes);
        Assert.Same(cap, Assert.Single(catalogue.QualificationsOf("H2913")));
    }

    [Theory]
    [InlineData("135", "Master mention droit de la mer", "Master mention Droit de la mer")]
    [InlineData("250", "Licence pro mention métiers de la mer : quais", "Licence professionnelle Métiers de la mer : quais")]
    [InlineData("463", "Certificat de spécialisation conduite de chalands", "CS Conduite de chalands")]
    [InlineData("36X", "Chef de quai", "Chef de quai")]
    public async Task CertifInfo_NameThatBeginsByTheKind_SaysTheKindOnce(string level, string written, string name)
    {
        await _files.DiplomasAsync(Ct, $"00099901;{level};254;S;NOM EN CAPITALES;01/09/2019;;06");
        await _files.CertifInfoAsync(Ct, $"9001;{written};23045;Soudage;;;;00099901;;0;1;1;0;2;1;");

        Assert.Equal(name, Assert.Single((await _database.ReadCatalogueAsync(Ct)).Qualifications).Name);
    }

    [Fact]
    public async Task Register_WhereCertifInfoIsSilent_GivesOccupationsAndModes()
    {
        await _files.KitAsync(Ct, "50099901;RNCP100;Niveau 3;Oui;31/08/2029;ACTIVE;Soudage;;;");
        await _files.ImportAsync("rncp/occupations", "rome.csv", "CodeRNCP;EtatFiche;Rome;libelle;;\nRNCP100;;H2913;Soudage manuel;;\nRNCP100;;H;Industrie;;\n", Ct);
        await _files.ImportAsync("rncp/access", "voix.csv", "CodeRNCP;code_libelle;intitule;;\nRNCP100;CONTRATA;En contrat;;\nRNCP100;CANDIDATURE;Par candidature;;\n", Ct);

        var cap = (await _database.ReadCatalogueAsync(Ct)).QualificationOfCfd("50099901")!;

        Assert.Equal(["H2913"], cap.RomeCodes);
        Assert.Equal([TrainingMode.Apprentissage], cap.Modes);
        Assert.Contains(cap.Sources, source => source.Contains("France compétences, RNCP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_DatesWithTheMonthFirstAndSheetsTwice_AreReadOnce()
    {
        var outcome = await _files.ImportAsync(
            "rncp/sheets", "rncp_info.csv",
            "CodeRNCP;intituleDiplome;date_fin_validite_enregistrement;ActiveInactive;NiveauEurope;AncienneFiche;NouvelleFiche\n"
            + "RNCP100;\"Soudage\n\";8/31/16;INACTIVE;niveau4;;RNCP200\nRNCP100;Soudage;8/31/16;INACTIVE;niveau4;;RNCP200\nRNCP200;Soudage;;ACTIVE;niveau4;RNCP100;\nfaux;Soudage;;ACTIVE;niveau4;;\n",
            Ct);

        Assert.Equal((ImportState.Succeeded, 2, 1), (outcome.Run.State, outcome.Run.Inserted, outcome.Run.Rejected));
        Assert.Equal(DataProblems.ValueInvalidCode, Assert.Single(outcome.Rejects).Code);
    }
}
