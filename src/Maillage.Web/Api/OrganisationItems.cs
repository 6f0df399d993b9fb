using System.Text.Json.Serialization;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>Where an organisation is.</summary>
public sealed record PlaceItem(double Latitude, double Longitude, CoordinatePrecision? Precision);

/// <summary>An organisation of the network.</summary>
public record OrganisationItem
{
    internal OrganisationItem(Organisation organisation, double? distanceKm, ApiRequest request)
    {
        Slug = organisation.Slug;
        Name = organisation.Name;
        Kind = organisation.Kind;
        Family = organisation.Kind.Family();
        Status = organisation.Status;
        Uai = organisation.Uai?.Value;
        Siren = organisation.Siren?.Value;
        Siret = organisation.Siret?.Value;
        Address = organisation.Address;
        Postcode = organisation.Postcode;
        Commune = organisation.Commune;
        CommuneCode = organisation.CommuneCode?.Value;
        Region = request.Register.Regions.FirstOrDefault(region => region.Code == organisation.RegionCode) is { } region ? CodeName.Of(region) : null;
        Place = organisation is { Latitude: { } latitude, Longitude: { } longitude }
            ? new PlaceItem(latitude, longitude, organisation.CoordinatePrecision)
            : null;
        Sectors = [.. request.Register.Sectors.Where(sector => organisation.Sectors.Exists(row => row.SectorCode == sector.Code)).Select(CodeName.Of)];
        Website = organisation.Website;
        Email = organisation.Email;
        Telephone = organisation.Telephone;
        Url = request.Address($"/organisations/{organisation.Slug}");
        DistanceKm = Rounded(distanceKm);
        Confidence = organisation.Provenance.Confidence;
        Source = organisation.Provenance.Source;
        AsOf = organisation.Provenance.AsOf?.ToString();
        UpdatedAt = organisation.UpdatedAt;
    }

    public string Slug { get; }

    public string Name { get; }

    public OrganisationKind Kind { get; }

    public OrganisationFamily Family { get; }

    public OrganisationStatus? Status { get; }

    public string? Uai { get; }

    public string? Siren { get; }

    public string? Siret { get; }

    public string? Address { get; }

    public string? Postcode { get; }

    public string? Commune { get; }

    public string? CommuneCode { get; }

    public CodeName? Region { get; }

    public PlaceItem? Place { get; }

    public IReadOnlyList<CodeName> Sectors { get; }

    public string? Website { get; }

    public string? Email { get; }

    public string? Telephone { get; }

    public string Url { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DistanceKm { get; }

    public Confidence Confidence { get; }

    public string Source { get; }

    public string? AsOf { get; }

    public DateTime UpdatedAt { get; }

    /// <summary>To ten metres: coordinates are no more precise.</summary>
    internal static double? Rounded(double? kilometres) => kilometres is { } value ? Math.Round(value, 2) : null;
}

/// <summary>A campus to which an organisation belongs.</summary>
public sealed record CampusOfOrganisationItem : ParticipationItem
{
    internal CampusOfOrganisationItem(CampusOfOrganisation row, ApiRequest request) : base(row.Membership) =>
        Campus = SlugName.Of(row.Campus, request);

    public SlugName Campus { get; }
}

/// <summary>Everything known of an organisation.</summary>
public sealed record OrganisationDetail : OrganisationItem
{
    internal OrganisationDetail(Organisation organisation, IEnumerable<CampusOfOrganisation> campuses, ApiRequest request)
        : base(organisation, null, request) =>
        Campuses = [.. campuses.Select(row => new CampusOfOrganisationItem(row, request))];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<CampusOfOrganisationItem> Campuses { get; }
}
