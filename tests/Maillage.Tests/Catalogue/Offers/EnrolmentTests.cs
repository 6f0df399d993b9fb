using CsCheck;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Catalogue.Offers;

public sealed class EnrolmentTests
{
    private static readonly QualificationRecord Cap = new() { Slug = "cap", Name = "CAP", Level = 3, Sources = [] };

    [Fact]
    public void Enrolment_OfSeveralPlaces_AddsNumbersAndDividesTheSums()
    {
        var enrolment = Enrolment.Of(
            [At("a", Year(2020, capacity: 10, onEntry: 10, wishes: 30)), At("b", Year(2020, capacity: 30, onEntry: 15, wishes: 10))], PartialDate.SchoolYear(2020));

        Assert.Equal((2, 25, 40, 40), (enrolment.Establishments, enrolment.Enrolled, enrolment.Capacity, enrolment.FirstWishes));
        Assert.Equal((1.0, 0.625), (enrolment.Pressure, enrolment.FillRate));
    }

    [Fact]
    public void Enrolment_NumberThatNobodyTells_IsNullAndNeverZero()
    {
        var enrolment = Enrolment.Of([At("a", Year(2020, capacity: 12))], PartialDate.SchoolYear(2020));

        Assert.Equal(12, enrolment.Capacity);
        Assert.Null(enrolment.Enrolled);
        Assert.Null(enrolment.FirstWishes);
        Assert.Null(enrolment.Pressure);
        Assert.Null(enrolment.FillRate);
    }

    [Fact]
    public void Enrolment_RateWherePlacesTellDifferentThings_CountsOnlyThoseThatTellBoth()
    {
        var enrolment = Enrolment.Of([At("a", Year(2020, capacity: 10, wishes: 20)), At("b", Year(2020, capacity: 90))], PartialDate.SchoolYear(2020));

        Assert.Equal(100, enrolment.Capacity);
        Assert.Equal(2, enrolment.Pressure);
    }

    [Fact]
    public void Enrolment_TooFewAtAPlace_IsOutOfTheTotalAndSaid()
    {
        var enrolment = Enrolment.Of(
            [At("a", Year(2020, capacity: 12, onEntry: 20)), At("b", Year(2020, capacity: 12, onEntry: 4)), At("c", Year(2020, capacity: 6, onEntry: 0))],
            PartialDate.SchoolYear(2020));

        Assert.Equal((20, 3, 2), (enrolment.Enrolled, enrolment.Establishments, enrolment.Masked));
        Assert.Equal(20 / 12.0, enrolment.FillRate);
    }

    [Fact]
    public void Enrolment_WithoutAYear_IsThatOfTheLatest()
    {
        var enrolment = Enrolment.Of([At("a", Year(2024, capacity: 24), Year(2020, capacity: 12))], null);

        Assert.Equal(("2024-2025", 24), (enrolment.SchoolYear.ToString(), enrolment.Capacity));
    }

    [Fact]
    public void Enrolment_TwoSourcesOfOneYear_AreOnePlace()
    {
        var enrolment = Enrolment.Of([At("a", Year(2020, capacity: 12), Year(2020, onEntry: 11, enrolled: 22))], PartialDate.SchoolYear(2020));

        Assert.Equal((1, 12, 11, 22), (enrolment.Establishments, enrolment.Capacity, enrolment.Enrolled, enrolment.EnrolledAllYears));
    }

    [Fact]
    public void Total_OfAnyPlaces_NeverHoldsASmallNumber() => Gen.Int[0, 12].Array[0, 8].Sample(numbers =>
    {
        var offers = numbers.Select((number, index) => At($"p{index}", Year(2020, onEntry: number, enrolled: number))).ToList();

        var shown = offers.Select(offer => offer.Latest!.EnrolledOnEntryShown).OfType<int>().ToList();

        Assert.DoesNotContain(shown, number => number < OfferYear.LeastShown);
        Assert.Equal(shown.Count == 0 ? null : shown.Sum(), Enrolment.Of(offers, null).Enrolled);
    });

    [Fact]
    public void EntryYear_WhoseComplementIsTooSmall_IsKeptBackToo() =>
        Assert.Null(Year(2020, onEntry: 26, enrolled: 29).EnrolledOnEntryShown);

    private static OfferRecord At(string place, params OfferYear[] years) => new()
    {
        Qualification = Cap,
        Place = new OrganisationPlace { Slug = place, Name = place, Kind = OrganisationKind.LyceePro },
        Mode = TrainingMode.Scolaire,
        Years = years,
    };

    private static OfferYear Year(int year, int? capacity = null, int? enrolled = null, int? onEntry = null, int? wishes = null) =>
        new(PartialDate.SchoolYear(year), capacity, enrolled, onEntry, wishes, "Test");
}
