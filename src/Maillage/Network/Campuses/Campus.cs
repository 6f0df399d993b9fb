using Maillage.Shared;

namespace Maillage.Network.Campuses;

/// <summary>What the source said of a campus at its date; a label is computed from periods, not from this.</summary>
public enum CampusStatus
{
    Unknown,
    Project,
    Labelled,
    Merged,
}

/// <summary>Whether a source claims the Excellence category, with or without a dated decision.</summary>
public enum ExcellenceClaim
{
    Unknown,
    No,
    Yes,
}

public enum CoordinatePrecision
{
    /// <summary>Centre of the commune.</summary>
    CommuneCentroid,

    /// <summary>The address itself.</summary>
    Address,
}

/// <summary>
/// A Campus des métiers et des qualifications: a network of training bodies, companies and laboratories around one
/// sector on one territory, carried by the académie and the Conseil régional.
/// </summary>
public sealed class Campus
{
    public const int WebsiteMaxLength = 300;
    public const int PresentationMaxLength = 10_000;

    public Guid CampusId { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; init; }

    public required string SectorCode { get; set; }

    /// <summary>True only where the labelling decision was reported with the sector; otherwise it is our reading of the name.</summary>
    public required bool SectorIsOfficial { get; set; }

    public required CampusStatus Status { get; set; }

    /// <summary>The campus that took over a merged one.</summary>
    public Guid? SuccessorId { get; set; }

    public required ExcellenceClaim ExcellenceClaim { get; set; }

    /// <summary>UAI of the support institution (établissement support), kept as a code when the institution is not recorded.</summary>
    public Uai? HeadInstitutionUai { get; set; }

    /// <summary>Commune of the seat; empty when no source tells it.</summary>
    public InseeCode? SeatCommune { get; set; }

    public double? SeatLatitude { get; set; }

    public double? SeatLongitude { get; set; }

    public CoordinatePrecision? SeatPrecision { get; set; }

    public string? Website { get; set; }

    public LocalizedText? Presentation { get; set; }

    public required Provenance Provenance { get; set; }

    /// <summary>UTC instant of the last change to this campus or to what it holds.</summary>
    public DateTime UpdatedAt { get; set; }

    public List<CampusName> Names { get; init; } = [];

    public List<CampusRegion> Regions { get; init; } = [];

    public List<CampusAcademie> Academies { get; init; } = [];

    public List<LabelPeriod> LabelPeriods { get; init; } = [];

    public List<WorkAxis> WorkAxes { get; init; } = [];
}

/// <summary>A name that a campus bears or bore.</summary>
public sealed class CampusName
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 80;

    public Guid CampusNameId { get; init; } = Guid.CreateVersion7();

    public Guid CampusId { get; init; }

    public required string Name { get; set; }

    public string? ShortName { get; set; }

    public PartialDate? From { get; set; }

    /// <summary>First day on which the campus no longer bore it; empty for the name of today.</summary>
    public PartialDate? Until { get; set; }

    public required Provenance Provenance { get; set; }
}

/// <summary>A région académique on which a campus stands; the first is the one that leads.</summary>
public sealed class CampusRegion
{
    public Guid CampusId { get; init; }

    public required string RegionCode { get; init; }

    public required int Position { get; set; }
}

/// <summary>An académie on which a campus stands, as its source names it, former ones included.</summary>
public sealed class CampusAcademie
{
    public Guid CampusId { get; init; }

    public required string AcademieCode { get; init; }

    public required int Position { get; set; }
}

/// <summary>An axis along which a campus works (axe de travail).</summary>
public sealed class WorkAxis
{
    public const int TitleMaxLength = 160;
    public const int DescriptionMaxLength = 2_000;

    public Guid WorkAxisId { get; init; } = Guid.CreateVersion7();

    public Guid CampusId { get; init; }

    public required int Position { get; set; }

    public required LocalizedText Title { get; set; }

    public LocalizedText? Description { get; set; }

    public required Provenance Provenance { get; set; }
}
