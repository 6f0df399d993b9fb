using System.Text.Json.Serialization;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Web.Api;

/// <summary>The routes that answer a question, and what the register covers of each level.</summary>
public sealed record PathwayAnswerItem(
    IReadOnlyList<PathwayRouteItem> Items, int Total, int Page, int PageSize, bool IsAlreadyThere, int? LowerLevel, IReadOnlyList<LevelCoverageItem> Coverage)
{
    internal static PathwayAnswerItem Of(PathwayAnswer answer, PathwayQuestion question, CataloguePathways pathways, double radiusKm, ApiRequest request) => new(
        [.. answer.Routes.Select(route => PathwayRouteItem.Of(route, question, pathways.Catalogue, radiusKm, request))],
        answer.Routes.Count,
        1,
        answer.Routes.Count,
        answer.IsAlreadyThere,
        answer.LowerLevel,
        [
            .. Enumerable.Range(Qualification.LowestLevel, Qualification.HighestLevel - Qualification.LowestLevel + 1)
                .Select(level => new LevelCoverageItem(level, [.. pathways.Coverage.Of(level).Select(CoveredModeItem.Of)])),
        ]);
}

/// <summary>One way up, step after step; the first step is where it begins.</summary>
public sealed record PathwayRouteItem(int Length, IReadOnlyList<PathwayStepItem> Steps)
{
    internal static PathwayRouteItem Of(
        PathwayRoute route, PathwayQuestion question, NationalCatalogue catalogue, double radiusKm, ApiRequest request) => new(
        route.Length,
        [.. RouteStop.Of(route, question, catalogue, radiusKm).Select(stop => PathwayStepItem.Of(stop, catalogue, request))]);
}

/// <summary>A qualification on a route: why it can follow the one before, and where it is prepared.</summary>
public sealed record PathwayStepItem
{
    public required PathwayQualificationItem Qualification { get; init; }

    public required bool IsHeld { get; init; }

    public required PathwayBasis? Basis { get; init; }

    public required int? Followers { get; init; }

    public required string? Source { get; init; }

    public required string? Licence { get; init; }

    public required bool IsPlaceKnown { get; init; }

    public required IReadOnlyList<StepPlaceItem> Places { get; init; }

    public required int OtherPlaces { get; init; }

    public required int PlacesInOtherModes { get; init; }

    internal static PathwayStepItem Of(RouteStop stop, NationalCatalogue catalogue, ApiRequest request) => new()
    {
        Qualification = new PathwayQualificationItem(stop.Qualification, catalogue, request),
        IsHeld = stop.IsHeld,
        Basis = stop.Step?.Basis,
        Followers = stop.Step?.FollowersShown,
        Source = stop.Step?.Source,
        Licence = stop.Step?.Licence,
        IsPlaceKnown = !stop.Places.IsUnknown,
        Places = [.. stop.Places.Shown.Select(place => StepPlaceItem.Of(place, request))],
        OtherPlaces = stop.Places.Others,
        PlacesInOtherModes = stop.Places.OtherModes,
    };
}

/// <summary>A qualification, as a step to take.</summary>
public sealed record PathwayQualificationItem : QualificationName
{
    internal PathwayQualificationItem(QualificationRecord qualification, NationalCatalogue catalogue, ApiRequest request) : base(qualification, request)
    {
        ClosedOn = qualification.ClosedOn;
        IsCommonFirstYear = qualification.IsCommonFirstYear;
        Occupations = [.. qualification.RomeCodes.Select(catalogue.Occupation).OfType<OccupationRecord>().Select(row => OccupationName.Of(row, request))];
    }

    [JsonPropertyOrder(1)]
    public DateOnly? ClosedOn { get; }

    [JsonPropertyOrder(1)]
    public bool IsCommonFirstYear { get; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<OccupationName> Occupations { get; }
}

/// <summary>A place that prepares a qualification.</summary>
public sealed record StepPlaceItem(SlugName Organisation, string? Commune, double? Latitude, double? Longitude, double? DistanceKm, IReadOnlyList<StepOfferItem> Offers)
{
    internal static StepPlaceItem Of(StepPlace place, ApiRequest request) => new(
        new SlugName(place.Place.Slug, place.Place.Name, request.Address($"/organisations/{place.Place.Slug}")),
        place.Place.Commune,
        place.Place.Point?.Latitude,
        place.Place.Point?.Longitude,
        OrganisationItem.Rounded(place.DistanceKm),
        [.. place.Offers.Select(StepOfferItem.Of)]);
}

/// <summary>One mode at a place, with the figures of the last year that a source tells; those too small to be shown are left out.</summary>
public sealed record StepOfferItem(
    TrainingMode Mode, string? SchoolYear, int? Capacity, int? Enrolled, int? EnrolledAllYears, int? FirstWishes, bool Masked, IReadOnlyList<string> Sources)
{
    internal static StepOfferItem Of(OfferRecord offer)
    {
        var figures = Enrolment.Of([offer], null);
        return new StepOfferItem(
            offer.Mode,
            (figures.SchoolYear ?? offer.Latest?.SchoolYear)?.ToString(),
            figures.Capacity,
            figures.Enrolled,
            figures.EnrolledAllYears,
            figures.FirstWishes,
            figures.Masked > 0,
            figures.Sources.Count > 0 ? figures.Sources : [.. offer.Years.Select(year => year.Source).Distinct(StringComparer.Ordinal)]);
    }
}

/// <summary>What the register covers of a level: nothing when no mode is listed.</summary>
public sealed record LevelCoverageItem(int Level, IReadOnlyList<CoveredModeItem> Modes);

/// <summary>What it covers of one mode at a level.</summary>
public sealed record CoveredModeItem(TrainingMode Mode, int Offers, int Places, string? FirstYear, string? LastYear)
{
    internal static CoveredModeItem Of(CoveredMode row) => new(row.Mode, row.Offers, row.Places, row.First?.ToString(), row.Last?.ToString());
}
