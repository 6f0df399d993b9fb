using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Register;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Catalogue;

/// <summary>How routes, their steps and the places of each are said, the same in the drawing and in the list.</summary>
public static class PathwayWords
{
    /// <summary>Why one comes to a qualification by the step before; where a route begins, that it does.</summary>
    public static string WayTo(this Texts texts, RouteStop stop) => stop switch
    {
        { Step: { FollowersShown: { } followers } step } =>
            $"{texts.Of("catalogue.pathways.basis", step.Basis)} · {texts.Count("catalogue.step.followers", followers)}",
        { Step: { } step } => texts.Of("catalogue.pathways.basis", step.Basis),
        { IsHeld: true } => texts["catalogue.pathways.held"],
        _ => texts["catalogue.pathways.start"],
    };

    /// <summary>A place by its name, with its commune unless the name says it.</summary>
    public static string Place(this Texts texts, StepPlace place) =>
        place.Place.Commune is { } commune && !place.Place.Name.Contains(commune, StringComparison.OrdinalIgnoreCase) ? $"{place.Place.Name}, {commune}" : place.Place.Name;

    /// <summary>How far a place is, and by which modes one learns there.</summary>
    public static string PlaceNotes(this Texts texts, StepPlace place) =>
        (place.DistanceKm is { } km ? $" · {texts.Kilometres(km)}" : "")
        + $" · {texts.Modes(place.Offers.Select(offer => offer.Mode))}";

    /// <summary>What is known beyond the places shown; null when they are all.</summary>
    public static string? Beyond(this Texts texts, StepPlaces places) => places switch
    {
        { Shown.Count: 0, OtherModes: > 0 } => texts.Count("catalogue.pathways.other_modes", places.OtherModes),
        { IsUnknown: true } => texts["catalogue.pathways.no_place"],
        { Others: > 0 } => texts.Count("catalogue.pathways.other_places", places.Others),
        _ => null,
    };

    /// <summary>Where it is prepared, in a few words.</summary>
    public static string Nearest(this Texts texts, StepPlaces places) => places switch
    {
        { Shown: [{ DistanceKm: { } km }, ..] } => texts["catalogue.pathways.nearest", texts.Kilometres(km)],
        { Shown.Count: > 0 } => texts.Count("catalogue.pathways.places", places.Shown.Count + places.Others),
        _ => texts.Beyond(places)!,
    };

    /// <summary>Number of a route and how many steps it takes.</summary>
    public static string RouteName(this Texts texts, int number, PathwayRoute route) => route.Length == 0
        ? texts["catalogue.pathways.straight", number]
        : texts.Count("catalogue.pathways.route", route.Length, number);

    /// <summary>What was asked for, in one line.</summary>
    public static string Asked(this Texts texts, PathwayQuestion question, OccupationRecord? occupation, string? place)
    {
        IEnumerable<string?> parts =
        [
            question switch
            {
                { From: { } from } => texts["catalogue.pathways.asked.from", from.Name],
                { FromLevel: { } level } => texts["catalogue.pathways.asked.from_level", level],
                _ => texts["catalogue.pathways.asked.anywhere"],
            },
            occupation is null ? null : texts["catalogue.pathways.asked.occupation", occupation.Name.In(Language.Current)],
            question.ToLevel is { } to ? texts["catalogue.pathways.asked.to_level", to] : null,
            question.Mode is { } mode ? texts.Of("catalogue.mode", mode) : null,
            place is null ? null : texts["catalogue.pathways.asked.near", place],
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>The figures of the last year known of an offer; nothing when none is told.</summary>
    public static string Figures(this Texts texts, OfferRecord offer)
    {
        var figures = Enrolment.Of([offer], null);
        IEnumerable<string?> parts =
        [
            figures.Capacity is { } capacity ? texts.Count("catalogue.offer.capacity", capacity) : null,
            figures.Enrolled is { } entering ? texts.Count("catalogue.offer.entering", entering)
                : figures.EnrolledAllYears is { } enrolled ? texts.Count("catalogue.offer.enrolled", enrolled)
                : null,
            figures.Masked > 0 ? texts["catalogue.offer.masked"] : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0 ? "" : texts["catalogue.pathways.figures", texts.Of("catalogue.mode", offer.Mode), said, figures.SchoolYear!.Value.ToString()];
    }

    /// <summary>What the register covers of the level of a step without a known place.</summary>
    public static string Covered(this Texts texts, IReadOnlyList<CoveredMode> modes, int level) => modes.Count == 0
        ? texts["catalogue.pathways.level_uncovered", level]
        : texts["catalogue.pathways.level_covered", level, texts.CoveredModes(modes)];

    /// <summary>How many offers of a level are known in each mode, and of which years.</summary>
    public static string CoveredModes(this Texts texts, IReadOnlyList<CoveredMode> modes) => modes.Count == 0
        ? texts["catalogue.pathways.uncovered"]
        : string.Join(" ; ", modes.Select(row => texts[
            "catalogue.pathways.covered",
            texts.Of("catalogue.mode", row.Mode),
            texts.Count("catalogue.pathways.offers", row.Offers),
            texts.Count("catalogue.pathways.places", row.Places),
            texts.Years(row)]));

    private static string Years(this Texts texts, CoveredMode row) => row switch
    {
        { Last: null } => texts["catalogue.pathways.no_year"],
        { First: { } first, Last: { } last } when first != last => $"{first} – {last}",
        _ => row.Last.Value.ToString(),
    };

    private static string Kilometres(this Texts texts, double km) => texts["network.distance", Math.Round(km)];
}
