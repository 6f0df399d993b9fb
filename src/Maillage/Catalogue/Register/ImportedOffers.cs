using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Offers.Imports;
using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>
/// Offers from what is counted by school and year of course: pupils of all years and of the year by which one enters, places
/// and wishes in that year.
/// </summary>
internal sealed class ImportedOffers(TableReader tables, IReadOnlyList<CommonFirstYear> firstYears)
{
    private const int AfterCommonYear = 2;

    private readonly HashSet<string> _specialities = firstYears.Select(year => year.SpecialityCfd).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Uai> _schools = new(StringComparer.Ordinal);
    private readonly Dictionary<Key, Dictionary<int, Figures>> _offers = [];
    private Dictionary<string, Course> _courses = [];

    private readonly record struct Key(Uai Uai, string Cfd, TrainingMode Mode);

    private readonly record struct Course(string Cfd, int Year);

    /// <summary>A row of a producer, whatever the file.</summary>
    private readonly record struct Counted(
        Uai Uai, string MefStat, TrainingMode Mode, int SchoolYear, bool IsOfPupils, int? Enrolled, int? Capacity, int? FirstWishes, int? ConfirmedWishes);

    public async Task<IReadOnlyList<ImportedOffer>> ReadAsync(CancellationToken ct)
    {
        _courses = await CoursesAsync(ct);
        Add(PupilCounts.DataSet, await tables.ReadAsync("pupil_counts", row => Row(row, TrainingMode.Scolaire) with { IsOfPupils = true, Enrolled = row.OptionalWhole("enrolled") }, ct));
        Add(SchoolPlacesFile.DataSet, await tables.ReadAsync("school_places", row => Row(row, row.Code<TrainingMode>("mode")) with
        {
            Capacity = row.OptionalWhole("capacity"), FirstWishes = row.OptionalWhole("first_wishes"),
        }, ct));
        Add(BtsPlacesFile.DataSet, await tables.ReadAsync("bts_places", row => Row(row, row.Code<TrainingMode>("mode")) with
        {
            Capacity = row.OptionalWhole("capacity"), ConfirmedWishes = row.OptionalWhole("confirmed_wishes"),
        }, ct));
        return [.. _offers.Select(offer => new ImportedOffer(offer.Key.Uai, offer.Key.Cfd, offer.Key.Mode, Years(offer.Value)))];
    }

    private static OfferYear[] Years(Dictionary<int, Figures> years) =>
        [.. years.OrderByDescending(year => year.Key).Select(year => year.Value.ToYear(year.Key))];

    /// <summary>What each statistical code counts; of two diplomas under one code, the one whose course is open.</summary>
    private async Task<Dictionary<string, Course>> CoursesAsync(CancellationToken ct)
    {
        var rows = await tables.ReadAsync("course_years", ["mef_stat", "cfd", "year", "closed_on"], row => (
            MefStat: row.Text("mef_stat"), Course: new Course(row.Text("cfd"), row.Whole("year")), ClosedOn: row.OptionalDay("closed_on")), ct);
        var courses = new Dictionary<string, Course>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows.OrderByDescending(row => row.ClosedOn ?? DateOnly.MaxValue).ThenBy(row => row.Course.Cfd, StringComparer.Ordinal))
        {
            courses.TryAdd(row.MefStat, row.Course);
        }

        return courses;
    }

    private Counted Row(TableRow row, TrainingMode mode) =>
        new(School(row.Text("uai")), row.Text("mef_stat"), mode, row.Whole("school_year"), false, null, null, null, null);

    /// <summary>One text for each school, however many rows bear it.</summary>
    private Uai School(string text)
    {
        if (!_schools.TryGetValue(text, out var uai))
        {
            _schools.Add(text, uai = Uai.Parse(text));
        }

        return uai;
    }

    private void Add(DataSet dataSet, List<Counted> rows)
    {
        var entries = EntryYears(rows);
        var sources = rows.Select(row => row.SchoolYear).Distinct().ToDictionary(year => year, year => ImportedSources.Of(dataSet, year));
        foreach (var row in rows)
        {
            if (!_courses.TryGetValue(row.MefStat, out var course))
            {
                continue;
            }

            var key = new Key(row.Uai, course.Cfd, row.Mode);
            if (!_offers.TryGetValue(key, out var years))
            {
                _offers.Add(key, years = new Dictionary<int, Figures>(1));
            }

            if (!years.TryGetValue(row.SchoolYear, out var figures))
            {
                years.Add(row.SchoolYear, figures = new Figures());
            }

            figures.Add(row, course.Year == entries[(row.SchoolYear, course.Cfd)], sources[row.SchoolYear]);
        }
    }

    /// <summary>
    /// The year by which one enters: the second one after a common first year, which has a code of its own; else the first that
    /// anyone tells in that school year.
    /// </summary>
    private Dictionary<(int SchoolYear, string Cfd), int> EntryYears(List<Counted> rows)
    {
        var entries = new Dictionary<(int SchoolYear, string Cfd), int>();
        foreach (var row in rows)
        {
            if (_courses.TryGetValue(row.MefStat, out var course))
            {
                var key = (row.SchoolYear, course.Cfd);
                var year = _specialities.Contains(course.Cfd) ? AfterCommonYear : course.Year;
                entries[key] = entries.TryGetValue(key, out var least) ? Math.Min(least, year) : year;
            }
        }

        return entries;
    }

    /// <summary>What is told of an offer in one school year: figures of several rows add up, and one that is missing makes the sum unknown.</summary>
    private sealed class Figures
    {
        private Total _enrolled;
        private Total _onEntry;
        private Total _capacity;
        private Total _firstWishes;
        private Total _confirmedWishes;
        private string _source = "";

        public void Add(Counted row, bool isEntry, string source)
        {
            _source = _source.Length == 0 || _source == source ? source : $"{_source} ; {source}";
            if (row.IsOfPupils)
            {
                _enrolled.Add(row.Enrolled);
                if (isEntry)
                {
                    _onEntry.Add(row.Enrolled);
                }
            }
            else if (isEntry)
            {
                _capacity.Add(row.Capacity);
                _firstWishes.Add(row.FirstWishes);
                _confirmedWishes.Add(row.ConfirmedWishes);
            }
        }

        public OfferYear ToYear(int schoolYear) =>
            new(PartialDate.SchoolYear(schoolYear), _capacity.Value, _enrolled.Value, _onEntry.Value, _firstWishes.Value, _source)
            {
                ConfirmedWishes = _confirmedWishes.Value,
            };
    }

    private struct Total
    {
        private int _sum;
        private bool _isTold;
        private bool _isUnknown;

        public readonly int? Value => _isTold && !_isUnknown ? _sum : null;

        public void Add(int? figure)
        {
            _isTold = true;
            _isUnknown |= figure is null;
            _sum += figure ?? 0;
        }
    }
}
