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

    // One bit each; so many words do not fit the longest text.
    private const int MaxWords = 64;

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
        AsksNothing ? catalogue.Offers
        : Near is null ? [.. Matching(catalogue).Select(index => catalogue.Offers[index])]
        : [.. Nearest(catalogue).Select(found => catalogue.Offers[found.Index])];

    /// <summary>Pages are numbered from 1; one beyond the end is empty.</summary>
    public OffersFound Page(NationalCatalogue catalogue, int page, int pageSize)
    {
        var first = (page - 1L) * pageSize;
        var shown = new List<OfferFound>(pageSize);
        if (AsksNothing)
        {
            for (var index = first; index < catalogue.Offers.Count && shown.Count < pageSize; index++)
            {
                shown.Add(new OfferFound(catalogue.Offers[(int)index], null));
            }

            return new OffersFound(shown, catalogue.Offers.Count);
        }

        if (Near is not null)
        {
            var nearest = Nearest(catalogue);
            shown.AddRange(nearest.Skip((int)Math.Min(first, nearest.Count)).Take(pageSize)
                .Select(found => new OfferFound(catalogue.Offers[found.Index], found.DistanceKm)));
            return new OffersFound(shown, nearest.Count);
        }

        var total = 0;
        foreach (var index in Matching(catalogue))
        {
            if (total >= first && shown.Count < pageSize)
            {
                shown.Add(new OfferFound(catalogue.Offers[index], null));
            }

            total++;
        }

        return new OffersFound(shown, total);
    }

    /// <summary>All that match, as they are consumed: what exports write.</summary>
    public IEnumerable<OfferFound> All(NationalCatalogue catalogue) => Near is null
        ? Matching(catalogue).Select(index => new OfferFound(catalogue.Offers[index], null))
        : Nearest(catalogue).Select(found => new OfferFound(catalogue.Offers[found.Index], found.DistanceKm));

    /// <summary>Whether each qualification, in the order of the catalogue, has an offer that matches.</summary>
    internal bool[] Offered(NationalCatalogue catalogue)
    {
        var offered = new bool[catalogue.Qualifications.Count];
        foreach (var index in Matching(catalogue))
        {
            offered[catalogue.Table.QualificationOf[index]] = true;
        }

        return offered;
    }

    private List<(double DistanceKm, int Index)> Nearest(NationalCatalogue catalogue)
    {
        var table = catalogue.Table;
        var distances = Distances(table);
        var found = new List<(double DistanceKm, int Index)>();
        foreach (var index in Matching(catalogue, distances))
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

    /// <summary>Numbers of the offers that match, in the order of the catalogue.</summary>
    private IEnumerable<int> Matching(NationalCatalogue catalogue, double[]? distances = null)
    {
        var table = catalogue.Table;
        var (qualificationOf, placeOf, modes, mode) = (table.QualificationOf, table.PlaceOf, table.Modes, Mode);
        var qualifications = KeptQualifications(catalogue);
        var places = KeptPlaces(table, distances);
        var words = FoldedText.Words(Text).Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        var all = words.Count == MaxWords ? ulong.MaxValue : (1UL << words.Count) - 1;
        var (inPlaces, inQualifications) = words.Count == 0 ? (null, null) : (table.WordsOfPlaces.WordsIn(words), table.WordsOfQualifications.WordsIn(words));
        for (var index = 0; index < placeOf.Length; index++)
        {
            var (place, qualification) = (placeOf[index], qualificationOf[index]);
            if (qualifications?[qualification] != false && places?[place] != false && (mode is null || modes[index] == mode)
                && (inPlaces is null || (inPlaces[place] | inQualifications![qualification]) == all))
            {
                yield return index;
            }
        }
    }

    /// <summary>Which qualifications meet what is asked of them; nothing when nothing is.</summary>
    private bool[]? KeptQualifications(NationalCatalogue catalogue) =>
        AsksOfQualifications ? [.. catalogue.Qualifications.Select(IsKept)] : null;

    private bool[]? KeptPlaces(OfferTable table, double[]? distances)
    {
        if (!AsksOfPlaces)
        {
            return null;
        }

        var kept = new bool[table.Places.Length];
        for (var number = 0; number < kept.Length; number++)
        {
            kept[number] = !(distances?[number] > RadiusKm) && IsKept(table.Places[number], table.Departments[number]);
        }

        return kept;
    }

    private bool IsKept(QualificationRecord qualification) =>
        (Level is null || qualification.Level == Level)
        && (Cfd is null || string.Equals(qualification.Cfd, Cfd, StringComparison.Ordinal))
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
