using Maillage.Shared;

namespace Maillage.Network.Organisations;

/// <summary>Where an organisation is, and what tells it from another in a list.</summary>
public sealed record OrganisationPlace
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public OrganisationStatus? Status { get; init; }

    public Uai? Uai { get; init; }

    public string? Commune { get; init; }

    public InseeCode? CommuneCode { get; init; }

    public string? Postcode { get; init; }

    /// <summary>Code of its région académique.</summary>
    public string? RegionCode { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>Code of its département; null when its commune is unknown.</summary>
    public string? DepartmentCode => CommuneCode?.Department;

    /// <summary>Campuses to which it belongs.</summary>
    public IReadOnlyList<string> CampusSlugs { get; init; } = [];
}
