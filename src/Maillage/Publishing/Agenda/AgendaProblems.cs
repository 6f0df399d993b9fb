using Maillage.Shared;

namespace Maillage.Publishing.Agenda;

/// <summary>Every expected failure of the agenda.</summary>
public static class AgendaProblems
{
    /// <summary>Someone has changed the event since it was read.</summary>
    public static readonly Problem ChangedMeanwhile = new("publishing.event.changed_meanwhile");

    public static readonly Problem KindMissing = new("publishing.event.kind_missing") { Field = "kind" };

    public static readonly Problem EndsBeforeItStarts = new("publishing.event.ends_before") { Field = "endsAt" };

    public static readonly Problem UntilAfterItStarts = new("publishing.event.until_after") { Field = "registerUntil" };

    /// <summary>Not so in its present state.</summary>
    public static readonly Problem NotInThisState = new("publishing.event.not_in_this_state");

    public static readonly Problem NameMissing = new("publishing.registration.name_missing", EventRegistration.NameMaxLength) { Field = "name" };

    public static readonly Problem EmailWrong = new("publishing.registration.email_wrong") { Field = "email" };

    public static readonly Problem PeopleWrong = new("publishing.registration.people_wrong", EventRegistration.MostPeople) { Field = "people" };

    public static readonly Problem RegistrationOver = new("publishing.registration.over");

    public static readonly Problem TooManyRegistrations = new("publishing.registration.too_many");

    public static Problem PlacesWrong(string? typed) => new("publishing.event.places_wrong", TypedText.Quoted(typed), AgendaEvent.MostPlaces) { Field = "places" };

    /// <summary>Fewer places than people already hold.</summary>
    public static Problem PlacesHeld(int taken) => new("publishing.event.places_held", taken) { Field = "places" };

    public static Problem HourWrong(string field, string? typed) => new("publishing.event.hour_wrong", TypedText.Quoted(typed)) { Field = field };

    public static Problem TextWrong(string field, int most) => new("publishing.event.text_wrong", most) { Field = field };
}
