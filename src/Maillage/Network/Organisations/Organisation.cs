using Maillage.Network.Campuses;
using Maillage.Shared;

namespace Maillage.Network.Organisations;

public enum OrganisationKind
{
    State,
    Region,
    Lycee,
    LyceePro,
    LyceeAgricole,
    Cfa,
    Greta,
    TrainingProvider,
    University,
    Iut,
    EngineeringSchool,

    /// <summary>Any other school of higher education: business, arts, architecture, political science.</summary>
    HigherEducationSchool,
    Research,
    Company,
    ProfessionalNetwork,
    CompetitivenessCluster,
    Cluster,
    TechnologyPlatform,
    Association,
}

public enum OrganisationStatus
{
    Public,
    Private,
    Consular,
    Association,
}

/// <summary>The four families in which campuses draw the map of their partners.</summary>
public enum OrganisationFamily
{
    School,
    HigherEducation,
    Company,
    Institution,
}

/// <summary>A body that takes part in the network: school, training centre, university, laboratory, company, cluster, authority.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 250;
    public const int AddressMaxLength = 250;
    public const int PostcodeMaxLength = 5;
    public const int CommuneMaxLength = 80;
    public const int WebsiteMaxLength = 300;
    public const int EmailMaxLength = 254;
    public const int TelephoneMaxLength = 30;

    public Guid OrganisationId { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required string FoldedName { get; set; }

    public required OrganisationKind Kind { get; set; }

    public OrganisationStatus? Status { get; set; }

    public Uai? Uai { get; set; }

    /// <summary>SIREN of the legal unit; that of the SIRET when there is one.</summary>
    public Siren? Siren { get; set; }

    public Siret? Siret { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public InseeCode? CommuneCode { get; set; }

    /// <summary>Commune as the source writes it.</summary>
    public string? Commune { get; set; }

    /// <summary>INSEE code of the région of the commune.</summary>
    public string? RegionCode { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public CoordinatePrecision? CoordinatePrecision { get; set; }

    public string? Website { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public required Provenance Provenance { get; set; }

    /// <summary>UTC instant of the last change.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Sectors in which it works.</summary>
    public List<OrganisationSector> Sectors { get; init; } = [];
}

/// <summary>A sector in which an organisation works.</summary>
public sealed class OrganisationSector
{
    public Guid OrganisationId { get; init; }

    public required string SectorCode { get; init; }
}

public static class OrganisationFamilies
{
    public static OrganisationFamily Family(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.State or OrganisationKind.Region => OrganisationFamily.Institution,
        OrganisationKind.Lycee or OrganisationKind.LyceePro or OrganisationKind.LyceeAgricole
            or OrganisationKind.Cfa or OrganisationKind.Greta or OrganisationKind.TrainingProvider => OrganisationFamily.School,
        OrganisationKind.University or OrganisationKind.Iut or OrganisationKind.EngineeringSchool
            or OrganisationKind.HigherEducationSchool or OrganisationKind.Research => OrganisationFamily.HigherEducation,
        _ => OrganisationFamily.Company,
    };
}
