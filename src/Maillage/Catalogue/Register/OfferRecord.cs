using Maillage.Catalogue.Offers;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>A qualification prepared in one mode at one place, with what is known of each school year.</summary>
public sealed class OfferRecord
{
    public required QualificationRecord Qualification { get; init; }

    public required OrganisationPlace Place { get; init; }

    public required TrainingMode Mode { get; init; }

    /// <summary>The latest first; one without a year comes last.</summary>
    public required IReadOnlyList<OfferYear> Years { get; init; }

    /// <summary>The last year told, figures or not.</summary>
    public OfferYear? Latest => Years.Count == 0 ? null : Years[0];
}

/// <summary>What a source tells of an offer in one school year; a figure that it does not tell is null, never 0.</summary>
/// <param name="SchoolYear">Null where the only evidence is that the title of the diploma names the school.</param>
/// <param name="Capacity">Places in the year by which one enters.</param>
/// <param name="Enrolled">Learners, all years of the course together.</param>
/// <param name="EnrolledOnEntry">Learners in the year by which one enters.</param>
/// <param name="FirstWishes">How many put it first among their wishes.</param>
/// <param name="Source">Who tells it.</param>
public sealed record OfferYear(
    PartialDate? SchoolYear, int? Capacity, int? Enrolled, int? EnrolledOnEntry, int? FirstWishes, string Source)
{
    /// <summary>Below it, the number of learners could designate them: it is shown to nobody outside.</summary>
    public const int LeastShown = 5;

    /// <summary>Wishes confirmed, several by person, where the source counts those: they are no first wishes.</summary>
    public int? ConfirmedWishes { get; init; }

    /// <summary>Learners, as anyone may see them: null when unknown or too few.</summary>
    public int? EnrolledShown => Enrolled >= LeastShown ? Enrolled : null;

    /// <summary>
    /// Learners in the year by which one enters, as anyone may see them; also kept back when what is left of all the learners
    /// would be too few.
    /// </summary>
    public int? EnrolledOnEntryShown =>
        EnrolledOnEntry >= LeastShown && (Enrolled is null || Enrolled == EnrolledOnEntry || Enrolled - EnrolledOnEntry >= LeastShown)
            ? EnrolledOnEntry
            : null;

    /// <summary>First wishes, as anyone may see them.</summary>
    public int? FirstWishesShown => FirstWishes >= LeastShown ? FirstWishes : null;

    /// <summary>Whether a number is known and kept back.</summary>
    public bool IsEnrolledMasked => Enrolled < LeastShown;

    /// <summary>Whether any number of the year is known and kept back.</summary>
    public bool HidesSomething =>
        IsEnrolledMasked || (EnrolledOnEntry is not null && EnrolledOnEntryShown is null) || (FirstWishes is not null && FirstWishesShown is null);
}
