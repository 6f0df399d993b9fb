using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Catalogue.Qualifications;

public sealed class QualificationFilterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filter_EachCondition_KeepsWhatMeetsIt()
    {
        var a = new TestData();
        var here = a.Organisation(x => x.Named("Lycée d’ici"));
        var there = a.Organisation(x => x.Named("Lycée de là").With(row => row.RegionCode = "53"));
        var kitchen = TestData.Qualification("CAP Cuisine", x => x.Cfd = "50022139");
        var bakery = TestData.Qualification("Bac pro Boulanger-pâtissier", x => (x.Level, x.DiplomaType, x.Rncp) = (4, DiplomaType.BacPro, "RNCP37908"));
        var flight = TestData.Qualification("BTS Aéronautique", x => (x.Level, x.DiplomaType, x.SectorCodes) = (5, DiplomaType.Bts, [TestData.OtherSectorCode]));
        await database.SaveAsync(
        [
            .. TestData.Territories(), here, there, kitchen, bakery, flight,
            TestData.Offer(kitchen, here), TestData.Offer(kitchen, there, TrainingMode.Apprentissage), TestData.Offer(bakery, there),
            TestData.Occupation("G1602", "Personnel de cuisine"), TestData.Occupation("D1102", "Boulangerie", "Commerce alimentaire"),
        ]);
        var catalogue = await database.ReadCatalogueAsync(Ct);
        IReadOnlyList<string> Slugs(QualificationFilter filter) => [.. filter.Apply(catalogue).Select(row => row.Slug)];

        Assert.Equal(["cap-cuisine", "bac-pro-boulanger-patissier", "bts-aeronautique"], Slugs(new()));
        Assert.Equal(["cap-cuisine"], Slugs(new() { Level = 3 }));
        Assert.Equal(["bts-aeronautique"], Slugs(new() { Sector = TestData.OtherSectorCode }));
        Assert.Equal(["bac-pro-boulanger-patissier"], Slugs(new() { Text = "PATISSIER bac" }));
        Assert.Equal(["bac-pro-boulanger-patissier"], Slugs(new() { Text = "rncp37908" }));
        Assert.Equal(["cap-cuisine"], Slugs(new() { Cfd = "50022139" }));
        Assert.Equal(["bac-pro-boulanger-patissier"], Slugs(new() { Rncp = "RNCP37908" }));
        Assert.Equal(["bts-aeronautique"], Slugs(new() { DiplomaType = DiplomaType.Bts }));
        Assert.Equal(["cap-cuisine"], Slugs(new() { Region = "52" }));
        Assert.Equal(["cap-cuisine", "bac-pro-boulanger-patissier"], Slugs(new() { Region = "53" }));
        Assert.Empty(Slugs(new() { Region = "52", Mode = TrainingMode.Apprentissage }));
        Assert.Equal(["cap-cuisine"], Slugs(new() { Region = "53", Mode = TrainingMode.Apprentissage }));

        Assert.Equal(["D1102"], new OccupationFilter { Text = "boulangerie" }.Apply(catalogue).Select(row => row.Rome));
        Assert.Equal(["G1602"], new OccupationFilter { Domain = "restauration" }.Apply(catalogue).Select(row => row.Rome));
        Assert.Equal(["commerce-alimentaire", "restauration"], OccupationFilter.Domains(catalogue).Select(domain => domain.Code));
    }
}
