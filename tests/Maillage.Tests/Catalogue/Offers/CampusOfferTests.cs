using Maillage.Catalogue.Offers;
using Maillage.Network.Register;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Tests.Catalogue.Offers;

public sealed class CampusOfferTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_WithoutChoice_IsMembersBySectorAndRelated() =>
        Assert.Equal(
            ["membre cap-cuisine", "membre cap-vendeur"],
            await OfferAsync());

    [Fact]
    public async Task Offer_WithChoices_AddsWhatIsIncludedAndNeverWhatIsExcluded() =>
        Assert.Equal(
            ["membre cap-soudage", "membre cap-vendeur"],
            await OfferAsync(("CAP Soudage", OfferDecision.Included), ("CAP Cuisine", OfferDecision.Excluded)));

    [Fact]
    public async Task Offer_RelatedQualificationExcluded_IsOut() =>
        Assert.Equal(["membre cap-cuisine"], await OfferAsync(("CAP Vendeur", OfferDecision.Excluded)));

    [Fact]
    public async Task Choice_OfAnotherCampus_ChangesNothing() =>
        Assert.Equal(["membre cap-cuisine", "membre cap-vendeur"], await OfferAsync("autre-campus", ("CAP Cuisine", OfferDecision.Excluded)));

    private static Task<IReadOnlyList<string>> OfferAsync(params (string Qualification, OfferDecision Decision)[] choices) => OfferAsync("gastronomie", choices);

    /// <summary>One member and one stranger prepare three qualifications: of the sector, related to the campus, of another sector.</summary>
    private static async Task<IReadOnlyList<string>> OfferAsync(string chooser, params (string Qualification, OfferDecision Decision)[] choices)
    {
        await using var database = await TestDatabase.CreateAsync();
        var a = new TestData();
        var campus = a.Campus(x => x.Named("Gastronomie"));
        var member = a.Organisation(x => x.Named("Membre"));
        var stranger = a.Organisation(x => x.Named("Étranger"));
        var kitchen = TestData.Qualification("CAP Cuisine");
        var welding = TestData.Qualification("CAP Soudage", x => x.SectorCodes = [TestData.OtherSectorCode]);
        var selling = TestData.Qualification("CAP Vendeur", x => (x.SectorCodes, x.CampusSlugs) = ([TestData.OtherSectorCode], ["gastronomie"]));
        var all = new[] { kitchen, welding, selling };
        await database.SaveAsync(
        [
            .. TestData.Territories(), campus, member, stranger, TestData.Membership(campus, member), .. all,
            .. all.SelectMany(row => new object[] { TestData.Offer(row, member), TestData.Offer(row, stranger) }),
            .. choices.Select(choice => TestData.Choice(chooser, all.Single(row => row.Name == choice.Qualification), choice.Decision)),
        ]);
        await using var services = database.NewServices();
        var register = await services.GetRequiredService<CurrentRegister>().GetAsync(Ct);

        var catalogue = await database.ReadCatalogueAsync(Ct);
        var offers = CampusOffer.Of(catalogue, register.Campus("gastronomie")!).In(catalogue);
        return [.. offers.Select(offer => $"{offer.Place.Slug} {offer.Qualification.Slug}")];
    }
}
