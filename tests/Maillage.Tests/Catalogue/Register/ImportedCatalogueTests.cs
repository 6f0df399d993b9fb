using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Data;
using Maillage.Shared;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Tests.Catalogue.Register;

public sealed class ImportedCatalogueTests : IAsyncLifetime
{
    private const string Cap = "50099901;500;254;S;SOUDAGE DE MARINE (CAP);01/09/2019;;03";
    private const string CommonYear = "40099901;400;250;S;METIERS DES NAVIRES 2NDE COMMUNE (BAC PRO);01/09/2019;;04";
    private const string BacPro = "40099902;400;250;S;MECANIQUE DES NAVIRES OPTION A COQUES (BAC PRO);01/09/2020;;04";

    private readonly TestData _a = new();
    private TestDatabase _database = null!;
    private ProducerFiles _files = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _files = new ProducerFiles(_database);
        await _database.SaveAsync(TestData.Territories().Append(_a.Organisation(x => x.Named("Lycée du Port").With(row => row.Uai = Uai.Parse(ProducerFiles.School)))));
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Diploma_OpenAndOfALevel_IsAQualificationWithAReadableName()
    {
        await _files.DiplomasAsync(
            Ct, Cap, "50099909;500;221;S;ANCIENNE BOULANGE (CAP);01/09/1990;31/08/2001;03", "67099901;670;100;A;CYCLE GENERAL;;;02", "16Z30999;16Z;309;S;SPECIALITES (TH1);;;07");

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        var cap = Assert.Single(catalogue.Qualifications);
        Assert.Equal(("CAP Soudage de marine", "cap-soudage-de-marine-50099901", DiplomaType.Cap, 3), (cap.Name, cap.Slug, cap.DiplomaType, cap.Level));
        Assert.Equal("254s", cap.Nsf);
        Assert.Contains("materiaux", cap.SectorCodes);
        Assert.Contains("DEPP", Assert.Single(cap.Sources), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diploma_ToldByBothExports_IsThatOfTheCurrentOne()
    {
        await _files.AllDiplomasAsync(Ct, Cap.Replace("SOUDAGE DE MARINE", "VIEUX NOM", StringComparison.Ordinal), "32099901;320;326;R;RESEAUX DE BORD (BTS);;;05");
        await _files.DiplomasAsync(Ct, Cap);

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        Assert.Equal(["CAP Soudage de marine", "BTS Reseaux de bord"], catalogue.Qualifications.Select(row => row.Name));
    }

    [Fact]
    public async Task Diploma_CuratedUnderTheSameCode_IsOneQualificationThatNamesBothSources()
    {
        await _database.SaveAsync(TestData.Qualification("CAP Soudage en mer", row => row.Cfd = "50099901"));
        await _files.DiplomasAsync(Ct, Cap);

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        var cap = Assert.Single(catalogue.Qualifications);
        Assert.Equal(("CAP Soudage en mer", "254s", 2), (cap.Name, cap.Nsf, cap.Sources.Count));
        Assert.Same(cap, catalogue.QualificationOfCfd("50099901"));
    }

    [Fact]
    public async Task Pupils_OfAllYears_AreOneOfferWithThoseWhoEnter()
    {
        await _files.DiplomasAsync(Ct, Cap);
        await _files.CourseYearsAsync(Ct, "23210099901;50099901;2;1", "23220099901;50099901;2;2");
        await _files.PupilsAsync(Ct, $"2020;{ProducerFiles.School};23210099901;12", $"2020;{ProducerFiles.School};23220099901;9", $"2020;{ProducerFiles.OtherSchool};23210099901;20");

        var offer = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Offers);

        Assert.Equal(("Lycée du Port", TrainingMode.Scolaire), (offer.Place.Name, offer.Mode));
        Assert.Equal((PartialDate.SchoolYear(2020), 21, 12), (offer.Latest!.SchoolYear, offer.Latest.Enrolled, offer.Latest.EnrolledOnEntry));
        Assert.Null(offer.Latest.Capacity);
    }

    [Fact]
    public async Task Pupils_WhereOneYearIsNotTold_HaveNoTotal()
    {
        await _files.DiplomasAsync(Ct, Cap);
        await _files.CourseYearsAsync(Ct, "23210099901;50099901;2;1", "23220099901;50099901;2;2");
        await _files.PupilsAsync(Ct, $"2020;{ProducerFiles.School};23210099901;12", $"2020;{ProducerFiles.School};23220099901;n.d.");

        var offer = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Offers);

        Assert.Equal((null, 12), (offer.Latest!.Enrolled, offer.Latest.EnrolledOnEntry));
    }

    [Fact]
    public async Task CommonFirstYear_OfAFamily_LeadsToItsSpecialitiesWhichOneEntersInTheSecondYear()
    {
        await _files.DiplomasAsync(Ct, CommonYear, BacPro);
        await _files.FamiliesAsync(Ct, "Métiers des navires;Mécanique des navires;23810099901;40099901;23830099902;40099902;06");
        await _files.CourseYearsAsync(Ct, "23810099901;40099901;3;1", "23810099902;40099902;3;1", "23820099902;40099902;3;2", "23830099902;40099902;3;3");
        await _files.PupilsAsync(
            Ct, $"2020;{ProducerFiles.School};23810099901;30", $"2020;{ProducerFiles.School};23810099902;7",
            $"2020;{ProducerFiles.School};23820099902;15", $"2020;{ProducerFiles.School};23830099902;14");
        await _files.PlacesAsync(Ct, $"{ProducerFiles.School};23820099902;ST;16;24", $"{ProducerFiles.School};23810099902;ST;99;99");

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        var common = catalogue.QualificationOfCfd("40099901")!;
        var speciality = catalogue.QualificationOfCfd("40099902")!;
        Assert.True(common.IsCommonFirstYear);
        Assert.Equal("Bac pro Mécanique des navires option A coques", speciality.Name);
        Assert.Equal((speciality, PathwayBasis.CommonFirstYear), (Assert.Single(catalogue.StepsFrom(common)).To, catalogue.Steps[0].Basis));
        var years = Assert.Single(catalogue.OffersOf(speciality)).Years;
        Assert.Equal((2022, 16, 24), (years[0].SchoolYear!.Value.FirstDay.Year, years[0].Capacity, years[0].FirstWishes));
        Assert.Equal((2020, 36, 15), (years[1].SchoolYear!.Value.FirstDay.Year, years[1].Enrolled, years[1].EnrolledOnEntry));
    }

    [Fact]
    public async Task CommonFirstYear_OfAGroup_LeadsToTheDiplomasThatJoinedItSince()
    {
        await _files.DiplomasAsync(Ct, CommonYear, BacPro, "40099903;400;250;S;MOTEURS DES NAVIRES (BAC PRO);01/09/2026;;04", "40099904;400;250;S;VOILES (BAC PRO);01/09/2010;;04");
        await _files.FamiliesAsync(Ct, "Métiers des navires;Mécanique des navires;23810099901;40099901;23830099902;40099902;06");
        await _files.ImportAsync(
            "bcn/training-groups", "n_lien_formation_groupe_.csv",
            "GROUPE_FORMATION;FORMATION_DIPLOME;DATE_OUVERTURE;DATE_FERMETURE;N_COMMENTAIRE\nG1;40099901;01/09/2019;;\nG1;40099902;01/09/2019;;\nG1;40099903;01/09/2026;;\nG1;40099904;;31/08/2020;\n", Ct);

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        Assert.Equal(["40099902", "40099903"], catalogue.StepsFrom(catalogue.QualificationOfCfd("40099901")!).Select(step => step.To.Cfd).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Diploma_RenewedUnderTheSameName_SaysThatItIsTheFormerOne()
    {
        await _files.DiplomasAsync(Ct, Cap.Replace(";;03", ";31/08/2027;03", StringComparison.Ordinal), Cap.Replace("50099901", "50099902", StringComparison.Ordinal));

        var catalogue = await _database.ReadCatalogueAsync(Ct);

        Assert.Equal("CAP Soudage de marine (programme antérieur)", catalogue.QualificationOfCfd("50099901")!.Name);
        Assert.Equal("CAP Soudage de marine", catalogue.QualificationOfCfd("50099902")!.Name);
    }

    [Fact]
    public async Task Renewal_BetweenDiplomasOfTheCatalogue_IsAStepFromTheFormerOne()
    {
        await _files.DiplomasAsync(Ct, "50099901;500;254;S;SOUDAGE DE MARINE (CAP);01/09/2019;31/08/2027;03;5099;50099902", "50099902;500;254;S;SOUDAGE NAVAL (CAP);01/09/2026;;03;50099901");

        var step = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Steps);

        Assert.Equal(("50099901", "50099902", PathwayBasis.Renewal), (step.From.Cfd, step.To.Cfd, step.Basis));
    }

    [Fact]
    public async Task OfferYear_CuratedAndImported_IsOneYearWherePeopleSpeakFirst()
    {
        var school = _a.Organisation(x => x.Named("Lycée du Bassin").With(row => row.Uai = Uai.Parse(ProducerFiles.OtherSchool)));
        var cap = TestData.Qualification("CAP Soudage en mer", row => row.Cfd = "50099901");
        await _database.SaveAsync(school, cap, TestData.Offer(cap, school, capacity: 12, year: "2022-2023"));
        await _files.DiplomasAsync(Ct, Cap);
        await _files.CourseYearsAsync(Ct, "23210099901;50099901;2;1");
        await _files.PlacesAsync(Ct, $"{ProducerFiles.OtherSchool};23210099901;ST;15;18");

        var offer = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Offers);

        var year = Assert.Single(offer.Years);
        Assert.Equal((12, 18), (year.Capacity, year.FirstWishes));
        Assert.Contains(" ; ", year.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_WhenPeopleEditWhatImportsDoNotTell_KeepsWhatItReadOfImports()
    {
        await _files.DiplomasAsync(Ct, Cap);
        await using var services = _database.NewServices();
        var current = services.GetRequiredService<CurrentCatalogue>();
        var before = await current.GetAsync(Ct);
        await _database.SaveAsync(_a.Organisation(x => x.Named("Lycée du Phare")));

        var edited = await current.GetAsync(Ct);
        await _files.DiplomasAsync(Ct, Cap.Replace("SOUDAGE", "CHARPENTE", StringComparison.Ordinal));
        var imported = await current.GetAsync(Ct);

        Assert.NotSame(before, edited);
        Assert.Same(before.QualificationOfCfd("50099901"), edited.QualificationOfCfd("50099901"));
        Assert.Equal("CAP Charpente de marine", imported.QualificationOfCfd("50099901")!.Name);
    }

    [Fact]
    public async Task Revision_OfImports_MovesWithImportsAlone()
    {
        var revisions = new RevisionReader(_database.Database);
        var (published, imports) = (await revisions.ReadAsync(Ct), await revisions.ReadImportsAsync(Ct));
        await _database.SaveAsync(_a.Organisation(x => x.Named("Lycée du Phare")));
        var edited = (Published: await revisions.ReadAsync(Ct), Imports: await revisions.ReadImportsAsync(Ct));

        await _files.DiplomasAsync(Ct, Cap);

        Assert.Equal((published + 1, imports), edited);
        Assert.Equal((published + 2, imports + 1), (await revisions.ReadAsync(Ct), await revisions.ReadImportsAsync(Ct)));
    }
}
