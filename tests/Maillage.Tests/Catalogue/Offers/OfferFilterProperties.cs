using CsCheck;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Catalogue.Offers;

public sealed class OfferFilterProperties
{
    private static readonly GeoPoint Center = new(47.2, -1.2);

    private static readonly Gen<(NationalCatalogue Catalogue, OfferFilter Filter)> Asked = Gen.Select(
        Gen.Int[0, 10_000], Gen.Int[0, 60], OneOf<string?>(null, "52", "53"), OneOf<int?>(null, 3, 5),
        OneOf<TrainingMode?>(null, TrainingMode.Apprentissage), OneOf<string?>(null, "lycee 3", "cap", "cap lycee"),
        OneOf<GeoPoint?>(null, Center),
        (seed, count, region, level, mode, text, near) => (
            OfferedCatalogue.Generated(seed, count),
            new OfferFilter { Region = region, Level = level, Mode = mode, Text = text, Near = near, RadiusKm = 30 }));

    [Fact]
    public void Offers_Filtered_AreThoseThatMeetEachCondition() => Asked.Sample(asked =>
    {
        var (catalogue, filter) = asked;
        var words = FoldedText.Words(filter.Text);

        var expected = catalogue.Offers.Where(offer =>
            (filter.Region is null || offer.Place.RegionCode == filter.Region)
            && (filter.Level is null || offer.Qualification.Level == filter.Level)
            && (filter.Mode is null || offer.Mode == filter.Mode)
            && words.All(word => FoldedText.Of($"{offer.Qualification.Name} {offer.Qualification.Cfd} {offer.Place.Name}").Contains(word, StringComparison.Ordinal))
            && (filter.Near is null || (offer.Place.Point is { } point && Center.DistanceKm(point) <= filter.RadiusKm)));

        Assert.Equal(expected.ToHashSet(), filter.Apply(catalogue).ToHashSet());
    });

    [Fact]
    public void Pages_PutTogether_AreTheWholeInItsOrder() => Asked.Sample(asked =>
    {
        var (catalogue, filter) = asked;
        var all = filter.All(catalogue).ToList();

        var pages = Enumerable.Range(1, (all.Count / 7) + 2).Select(page => filter.Page(catalogue, page, 7)).ToList();

        Assert.Equal(all, pages.SelectMany(page => page.Items));
        Assert.All(pages, page => Assert.Equal(all.Count, page.Total));
    });

    [Fact]
    public void Offers_AroundAPoint_AreTheNearestFirst() => Asked.Where(asked => asked.Filter.Near is not null).Sample(asked =>
    {
        var distances = asked.Filter.All(asked.Catalogue).Select(found => found.DistanceKm!.Value).ToList();

        Assert.Equal(distances.Order(), distances);
        Assert.All(distances, distance => Assert.InRange(distance, 0, 30));
    });

    [Fact]
    public void Page_BeyondAnyList_IsEmpty()
    {
        var found = new OfferFilter().Page(OfferedCatalogue.Generated(1, 10), int.MaxValue, 100);

        Assert.Empty(found.Items);
        Assert.Equal(10, found.Total);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
