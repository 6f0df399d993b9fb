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
        var distances = new double[table.Places.Count];
        for (var place = 0; place < distances.Length; place++)
        {
            distances[place] = table.Places[place].Point is { } point ? Near!.Value.DistanceKm(point) : double.PositiveInfinity;
        }

        var found = new List<(double DistanceKm, int Index)>();
        foreach (var index in Matching(catalogue, distances))
        {
            found.Add((distances[table.PlaceOf[index]], index));
        }

        found.Sort();
        return found;
    }

    /// <summary>Numbers of the offers that match, in the order of the catalogue.</summary>
    private IEnumerable<int> Matching(NationalCatalogue catalogue, double[]? distances = null)
    {
        var table = catalogue.Table;
        var words = FoldedText.Words(Text).Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        var all = words.Count == MaxWords ? ulong.MaxValue : (1UL << words.Count) - 1;
        var qualifications = new ulong[catalogue.Qualifications.Count];
        var places = new ulong[table.Places.Count];
        var keptQualifications = new bool[qualifications.Length];
        var keptPlaces = new bool[places.Length];
        for (var number = 0; number < qualifications.Length; number++)
        {
            var qualification = catalogue.Qualifications[number];
            if (keptQualifications[number] = IsKept(qualification))
            {
                qualifications[number] = WordsIn(words, qualification.FoldedSearch);
            }
        }

        for (var number = 0; number < places.Length; number++)
        {
            if (keptPlaces[number] = IsKept(table.Places[number], table.Departments[number]) && !(distances?[number] > RadiusKm))
            {
                places[number] = WordsIn(words, table.FoldedPlaces[number]);
            }
        }

        for (var index = 0; index < table.PlaceOf.Length; index++)
        {
            var (place, qualification) = (table.PlaceOf[index], table.QualificationOf[index]);
            if (keptPlaces[place] && keptQualifications[qualification] && (places[place] | qualifications[qualification]) == all
                && (Mode is null || catalogue.Offers[index].Mode == Mode))
            {
                yield return index;
            }
        }
    }

    private bool IsKept(QualificationRecord qualification) => !AsksOfQualifications
        || ((Level is null || qualification.Level == Level)
            && (Cfd is null || string.Equals(qualification.Cfd, Cfd, StringComparison.Ordinal))
            && (Qualification is null || qualification == Qualification)
            && (Sector is null || qualification.SectorCodes.Contains(Sector, StringComparer.Ordinal))
            && (Of is null || Of.Includes(qualification)));

    private bool IsKept(OrganisationPlace place, string? department) => !AsksOfPlaces
        || ((Region is null || string.Equals(place.RegionCode, Region, StringComparison.Ordinal))
            && (Departments is null || (department is not null && Departments.Contains(department, StringComparer.Ordinal)))
            && (Uai is null || place.Uai == Uai)
            && (Status is null || place.Status == Status)
            && (Of is null || Of.Includes(place))
            && (Near is null || place.Point is not null));

    private static ulong WordsIn(List<string> words, string text)
    {
        var found = 0UL;
        for (var word = 0; word < words.Count; word++)
        {
            if (text.Contains(words[word], StringComparison.Ordinal))
            {
                found |= 1UL << word;
            }
        }

        return found;
    }
}

/// <summary>An offer found, and how far its place is when the search was around a point.</summary>
public readonly record struct OfferFound(OfferRecord Offer, double? DistanceKm);

/// <summary>One page of what was found, and how many there are in all.</summary>
public sealed record OffersFound(IReadOnlyList<OfferFound> Items, int Total);
