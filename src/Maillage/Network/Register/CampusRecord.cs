using Maillage.Network.Campuses;
using Maillage.Network.Territories;
using Maillage.Shared;

namespace Maillage.Network.Register;

/// <summary>A campus as the register knows it, with all of its label periods: what lists, maps, exports and pages show.</summary>
public sealed class CampusRecord
{
    public required Guid CampusId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public required Sector Sector { get; init; }

    public required bool SectorIsOfficial { get; init; }

    public required CampusStatus Status { get; init; }

    public string? SuccessorSlug { get; init; }

    public required ExcellenceClaim ExcellenceClaim { get; init; }

    public Uai? HeadInstitutionUai { get; init; }

    /// <summary>The leading one first.</summary>
    public required IReadOnlyList<AcademicRegion> Regions { get; init; }

    public required IReadOnlyList<Academie> Academies { get; init; }

    /// <summary>Where it sits; null when no source tells it.</summary>
    public CampusSeat? Seat { get; init; }

    public string? Website { get; init; }

    public LocalizedText? Presentation { get; init; }

    public required IReadOnlyList<WorkAxis> WorkAxes { get; init; }

    /// <summary>Names that it bears or bore, the one of today first.</summary>
    public required IReadOnlyList<CampusName> Names { get; init; }

    /// <summary>By start.</summary>
    public required IReadOnlyList<LabelPeriod> LabelPeriods { get; init; }

    public required Provenance Provenance { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>What a text search looks through: names, sector, territory, seat, folded.</summary>
    internal string FoldedSearch { get; init; } = "";

    internal string FoldedName { get; init; } = "";

    /// <summary>Whether a source says that it is or was labelled, dated or not; false for a mere project.</summary>
    public bool IsNamedAsLabelled => LabelPeriods.Count > 0 || Status is CampusStatus.Labelled or CampusStatus.Merged;

    /// <summary>Whether a source claims the Excellence category for it, dated or not.</summary>
    public bool ClaimsExcellence =>
        ExcellenceClaim is ExcellenceClaim.Yes || LabelPeriods.Any(period => period.Category is LabelCategory.Excellence);

    /// <summary>Sources of all that is shown of it, without repetition.</summary>
    public IEnumerable<string> Sources => LabelPeriods.Select(period => period.Provenance.Source).Prepend(Provenance.Source).Distinct(StringComparer.Ordinal);

    public CampusOnDay On(DateOnly day) => new(this, day, LabelPeriods.ShownOn(day), LabelPeriods.StateOn(day));
}

/// <summary>Seat of a campus.</summary>
public sealed record CampusSeat(InseeCode CommuneCode, string Commune, GeoPoint Point, CoordinatePrecision Precision);

/// <summary>A campus on a given day: the period that speaks for it (null when none has begun) and its state.</summary>
public sealed record CampusOnDay(CampusRecord Campus, DateOnly Day, LabelPeriod? Label, LabelState State);
