using System.Text.Json.Serialization;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;

namespace Maillage.Web.Api;

/// <summary>The place where a qualification is prepared.</summary>
public sealed record OfferPlaceItem
{
    internal OfferPlaceItem(OrganisationPlace place, ApiRequest request)
    {
        Slug = place.Slug;
        Name = place.Name;
        Kind = place.Kind;
        Status = place.Status;
        Uai = place.Uai?.Value;
        Postcode = place.Postcode;
        Commune = place.Commune;
        CommuneCode = place.CommuneCode?.Value;
        Region = request.Register.Regions.FirstOrDefault(region => region.Code == place.RegionCode) is { } region ? CodeName.Of(region) : null;
        Latitude = place.Point?.Latitude;
        Longitude = place.Point?.Longitude;
        Url = request.Address($"/organisations/{place.Slug}");
    }

    public string Slug { get; }

    public string Name { get; }

    public OrganisationKind Kind { get; }

    public OrganisationStatus? Status { get; }

    public string? Uai { get; }

    public string? Postcode { get; }

    public string? Commune { get; }

    public string? CommuneCode { get; }

    public CodeName? Region { get; }

    public double? Latitude { get; }

    public double? Longitude { get; }

    public string Url { get; }
}

/// <summary>What a source tells of an offer in one school year, without what would be too few people to be shown.</summary>
public sealed record OfferYearItem(
    string? SchoolYear, int? Capacity, int? Enrolled, int? EnrolledAllYears, int? FirstWishes, bool Masked, string Source)
{
    internal static OfferYearItem Of(OfferYear year) => new(
        year.SchoolYear?.ToString(), year.Capacity, year.EnrolledOnEntryShown, year.EnrolledShown, year.FirstWishesShown, year.HidesSomething, year.Source);
}

/// <summary>A qualification prepared in one mode at one place.</summary>
public sealed record TrainingOfferItem
{
    internal TrainingOfferItem(OfferFound found, ApiRequest request)
    {
        Qualification = new QualificationName(found.Offer.Qualification, request);
        Organisation = new OfferPlaceItem(found.Offer.Place, request);
        Mode = found.Offer.Mode;
        Years = [.. found.Offer.Years.Select(OfferYearItem.Of)];
        DistanceKm = OrganisationItem.Rounded(found.DistanceKm);
    }

    public QualificationName Qualification { get; }

    public OfferPlaceItem Organisation { get; }

    public TrainingMode Mode { get; }

    public IReadOnlyList<OfferYearItem> Years { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DistanceKm { get; }
}
