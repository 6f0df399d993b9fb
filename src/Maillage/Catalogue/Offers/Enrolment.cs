using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Offers;

/// <summary>
/// What is known of those who enter a qualification in one school year, over some places. Numbers are added, rates never
/// averaged; a number that no place tells is null. What a place may not show is not in the totals either, so that no
/// subtraction gives it away.
/// </summary>
public sealed record Enrolment
{
    public PartialDate? SchoolYear { get; private init; }

    /// <summary>Places that tell something of the year.</summary>
    public int Establishments { get; private init; }

    /// <summary>Those among them of which a number is too small to be shown, and so is left out.</summary>
    public int Masked { get; private init; }

    /// <summary>Learners in the year by which one enters.</summary>
    public int? Enrolled { get; private init; }

    /// <summary>Learners, all years of the course together.</summary>
    public int? EnrolledAllYears { get; private init; }

    /// <summary>Places in the year by which one enters.</summary>
    public int? Capacity { get; private init; }

    public int? FirstWishes { get; private init; }

    /// <summary>First wishes for one place, where both are told.</summary>
    public double? Pressure { get; private init; }

    /// <summary>Learners who enter, over the places, where both are told: 1 when every place is taken, more beyond.</summary>
    public double? FillRate { get; private init; }

    public IReadOnlyList<string> Sources { get; private init; } = [];

    /// <param name="offers">Those over which to add.</param>
    /// <param name="schoolYear">The year; the latest that any of them tells when it is null.</param>
    public static Enrolment Of(IEnumerable<OfferRecord> offers, PartialDate? schoolYear)
    {
        var told = offers.SelectMany(offer => offer.Years, (offer, year) => (offer, year))
            .Where(row => row.year.SchoolYear is not null && row.year is not { Capacity: null, Enrolled: null, EnrolledOnEntry: null, FirstWishes: null })
            .ToList();
        var asked = schoolYear ?? (told.Count == 0 ? null : told.Max(row => row.year.SchoolYear!.Value));
        var rows = told.Where(row => row.year.SchoolYear!.Value.FirstDay.Year == asked!.Value.FirstDay.Year).ToList();
        var figures = rows.GroupBy(row => row.offer, row => row.year).Select(Figures.Of).ToList();
        return new Enrolment
        {
            SchoolYear = asked is { } date ? PartialDate.SchoolYear(date.FirstDay.Year) : null,
            Establishments = rows.Select(row => row.offer.Place.Slug).Distinct(StringComparer.Ordinal).Count(),
            Masked = rows.Where(row => row.year.HidesSomething).Select(row => row.offer.Place.Slug).Distinct(StringComparer.Ordinal).Count(),
            Enrolled = Sum(figures.Select(row => row.OnEntry)),
            EnrolledAllYears = Sum(figures.Select(row => row.Enrolled)),
            Capacity = Sum(figures.Select(row => row.Capacity)),
            FirstWishes = Sum(figures.Select(row => row.FirstWishes)),
            Pressure = Ratio(figures.Select(row => (row.FirstWishes, row.Capacity))),
            FillRate = Ratio(figures.Select(row => (row.OnEntry, row.Capacity))),
            Sources = [.. rows.Select(row => row.year.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static int? Sum(IEnumerable<int?> numbers)
    {
        var told = numbers.OfType<int>().ToList();
        return told.Count == 0 ? null : told.Sum();
    }

    private static double? Ratio(IEnumerable<(int? Part, int? Whole)> numbers)
    {
        var told = numbers.Where(pair => pair is { Part: not null, Whole: > 0 }).ToList();
        return told.Count == 0 ? null : (double)told.Sum(pair => pair.Part!.Value) / told.Sum(pair => pair.Whole!.Value);
    }

    /// <summary>What the sources of one offer tell of one year, together.</summary>
    private sealed record Figures(int? Capacity, int? Enrolled, int? OnEntry, int? FirstWishes)
    {
        public static Figures Of(IEnumerable<OfferYear> years)
        {
            var told = years.ToList();
            return new Figures(
                told.Select(year => year.Capacity).FirstOrDefault(number => number is not null),
                told.Select(year => year.EnrolledShown).FirstOrDefault(number => number is not null),
                told.Select(year => year.EnrolledOnEntryShown).FirstOrDefault(number => number is not null),
                told.Select(year => year.FirstWishesShown).FirstOrDefault(number => number is not null));
        }
    }
}
