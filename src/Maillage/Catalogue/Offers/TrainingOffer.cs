using Maillage.Shared;

namespace Maillage.Catalogue.Offers;

/// <summary>In what way, and under what status, a qualification is prepared. Official French terms, which addresses show.</summary>
public enum TrainingMode
{
    Scolaire,
    Apprentissage,
    ContratProfessionnalisation,
    FormationContinue,
    Vae,
}

/// <summary>
/// A qualification prepared in one mode at one organisation, with the figures of a school year when they are known, as
/// people curate it.
/// </summary>
public sealed class TrainingOffer
{
    public Guid TrainingOfferId { get; init; } = Guid.CreateVersion7();

    public required string OrganisationSlug { get; init; }

    public required string QualificationSlug { get; init; }

    public required TrainingMode Mode { get; init; }

    /// <summary>Null where the only evidence is that the title of the diploma names the school.</summary>
    public PartialDate? SchoolYear { get; init; }

    /// <summary>Places in the first year of the course; from the second year for a vocational baccalauréat.</summary>
    public int? Capacity { get; set; }

    /// <summary>Learners, all years of the course together.</summary>
    public int? Enrolled { get; set; }

    public required Provenance Provenance { get; set; }
}
