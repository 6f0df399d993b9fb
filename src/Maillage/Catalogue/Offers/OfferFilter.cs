using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Catalogue.Offers;

/// <summary>What to look for among the offers; every condition given must hold.</summary>
public sealed record OfferFilter
{
    public const int TextMaxLength = 100;
    public const double DefaultRadiusKm = 20;
    public const double MaxRadiusKm = 200;

    /// <summary>Words that must all occur in the qualification, its codes, the name of the place or its commune.</summary>
    public string? Text { get; init; }

    public int? Level { get; init; }

    public TrainingMode? Mode { get; init; }

    /// <summary>Only places that are known and within <see cref="RadiusKm"/> of this point, the nearest first.</summary>
    public GeoPoint? Near { get; init; }

    public double RadiusKm { get; init; } = DefaultRadiusKm;

    /// <summary>Only what this campus offers.</summary>
    public CampusOffer? Of { get; init; }

    /// <summary>INSEE code of the région of the place.</summary>
    public string? Region { get; init; }

    /// <summary>Codes of the départements, one of which must be that of the place: one, or those of an académie.</summary>
    public IReadOnlyList<string>? Departments { get; init; }

    public Uai? Uai { get; init; }

    public string? Cfd { get; init; }

    public QualificationRecord? Qualification { get; init; }

    public string? Sector { get; init; }

    public OrganisationStatus? Status { get; init; }

    private bool AsksOfPlaces => Region is not null || Departments is not null || Uai is not null || Status is not null || Of is not null || Near is not null;

    private bool AsksOfQualifications => Level is not null || Cfd is not null || Qualification is not null || Sector is not null || Of is not null;

    private bool AsksNothing => !AsksOfPlaces && !AsksOfQualifications && Mode is null && string.IsNullOrWhiteSpace(Text);

    /// <summary>By level and name of the qualification, then name of the place; around a point, by distance.</summary>
    public IReadOnlyList<OfferRecord> Apply(NationalCatalogue catalogue) =>
        AsksNothing ? catalogue.Offers : [.. All(catalogue).Select(found => found.Offer)];

    /// <summary>Pages are numbered from 1; one beyond the end is empty.</summary>
    public OffersFound Page(NationalCatalogue catalogue, int page, int pageSize)
    {
        var first = (page - 1L) * pageSize;
        if (AsksNothing)
        {
            return Shown(catalogue.Offers.Count, index => new OfferFound(catalogue.Offers[index], null));
        }

        if (Near is not null)
        {
            var nearest = Nearest(catalogue);
            return Shown(nearest.Count, index => new OfferFound(catalogue.Offers[nearest[index].Index], nearest[index].DistanceKm));
        }

        using var matches = Matching(catalogue);
        return Shown(matches.Count, index => new OfferFound(catalogue.Offers[matches[index]], null));

        OffersFound Shown(int total, Func<int, OfferFound> found)
        {
            var shown = new List<OfferFound>(pageSize);
            for (var index = first; index < total && shown.Count < pageSize; index++)
            {
                shown.Add(found((int)index));
            }

            return new OffersFound(shown, total);
        }
    }

    /// <summary>All that match, as they are consumed: what exports write.</summary>
    public IEnumerable<OfferFound> All(NationalCatalogue catalogue)
    {
        if (Near is not null)
        {
            foreach (var (distance, index) in Nearest(catalogue))
            {
                yield return new OfferFound(catalogue.Offers[index], distance);
            }

            yield break;
        }

        using var matches = Matching(catalogue);
        for (var index = 0; index < matches.Count; index++)
        {
            yield return new OfferFound(catalogue.Offers[matches[index]], null);
        }
    }

    /// <summary>Whether each qualification, in the order of the catalogue, has an offer that matches.</summary>
    internal bool[] Offered(NationalCatalogue catalogue)
    {
        var offered = new bool[catalogue.Qualifications.Count];
        using var matches = Matching(catalogue);
        foreach (var index in matches.Numbers)
        {
            offered[catalogue.Table.QualificationOf[index]] = true;
        }

        return offered;
    }

    private List<(double DistanceKm, int Index)> Nearest(NationalCatalogue catalogue)
    {
        var table = catalogue.Table;
        var distances = Distances(table);
        using var matches = Matching(catalogue, distances);
        var found = new List<(double DistanceKm, int Index)>(matches.Count);
        foreach (var index in matches.Numbers)
        {
            found.Add((distances[table.PlaceOf[index]], index));
        }

        found.Sort();
        return found;
    }

    /// <summary>How far each place is; without end for one that lies outside the box around the circle, or nowhere known.</summary>
    private double[] Distances(OfferTable table)
    {
        var near = Near!.Value;
        var (latitude, longitude) = near.BoxAround(RadiusKm);
        var distances = new double[table.Places.Length];
        for (var place = 0; place < distances.Length; place++)
        {
            distances[place] = table.Places[place].Point is { } point && Math.Abs(point.Latitude - near.Latitude) <= latitude
                && Around(point.Longitude - near.Longitude) <= longitude
                ? near.DistanceKm(point)
                : double.PositiveInfinity;
        }

        return distances;
    }

    /// <summary>Degrees between two meridians, across the antimeridian too.</summary>
    private static double Around(double degrees) => Math.Abs(Math.IEEERemainder(degrees, 360));

    /// <summary>
    /// Numbers of the offers that match, in the order of the catalogue. Words are looked for last, and once for each
    /// qualification or place that the other conditions leave.
    /// </summary>
    private OfferMatches Matching(NationalCatalogue catalogue, double[]? distances = null)
    {
        var table = catalogue.Table;
        var qualifications = KeptQualifications(catalogue);
        var places = KeptPlaces(table, distances);
        var words = new OfferWords(Text, catalogue);
        var matches = new OfferMatches(table.PlaceOf.Length);
        ReadOnlySpan<int> placeOf = table.PlaceOf;
        ReadOnlySpan<int> qualificationOf = table.QualificationOf;
        for (var index = 0; index < placeOf.Length; index++)
        {
            var (place, qualification) = (placeOf[index], qualificationOf[index]);
            if (qualifications[qualification] && places[place] && (Mode is null || table.Modes[index] == Mode) && words.Hold(qualification, place))
            {
                matches.Add(index);
            }
        }

        return matches;
    }

    private bool[] KeptQualifications(NationalCatalogue catalogue)
    {
        var (kept, levels) = (new bool[catalogue.Qualifications.Count], catalogue.Table.Levels);
        for (var number = 0; number < kept.Length; number++)
        {
            kept[number] = !AsksOfQualifications || ((Level is null || levels[number] == Level) && IsKept(catalogue.Qualifications[number]));
        }

        return kept;
    }

    private bool[] KeptPlaces(OfferTable table, double[]? distances)
    {
        var kept = new bool[table.Places.Length];
        for (var number = 0; number < kept.Length; number++)
        {
            kept[number] = !AsksOfPlaces || (!(distances?[number] > RadiusKm) && IsKept(table.Places[number], table.Departments[number]));
        }

        return kept;
    }

    private bool IsKept(QualificationRecord qualification) =>
        (Cfd is null || string.Equals(qualification.Cfd, Cfd, StringComparison.Ordinal))
        && (Qualification is null || ReferenceEquals(qualification, Qualification))
        && (Sector is null || qualification.SectorCodes.Contains(Sector, StringComparer.Ordinal))
        && (Of is null || Of.Includes(qualification));

    private bool IsKept(OrganisationPlace place, string? department) =>
        (Region is null || string.Equals(place.RegionCode, Region, StringComparison.Ordinal))
        && (Departments is null || (department is not null && Departments.Contains(department, StringComparer.Ordinal)))
        && (Uai is null || place.Uai == Uai)
        && (Status is null || place.Status == Status)
        && (Of is null || Of.Includes(place))
        && (Near is null || place.Point is not null);
}

/// <summary>An offer found, and how far its place is when the search was around a point.</summary>
public readonly record struct OfferFound(OfferRecord Offer, double? DistanceKm);

/// <summary>One page of what was found, and how many there are in all.</summary>
public sealed record OffersFound(IReadOnlyList<OfferFound> Items, int Total);
