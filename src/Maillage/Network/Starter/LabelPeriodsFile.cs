using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The label decisions known for the campuses.</summary>
internal static class LabelPeriodsFile
{
    public const string Name = "starter/label_periods";

    // Code de l'éducation, art. D.335-33: never more than five years.
    private const int LongestDuration = 5;
    private const int FirstMonthOfSchoolYear = 9;

    private static readonly Column<string> CampusSlug = Slugs("campus_slug").RefersTo(CampusesFile.Name + ".csv", "slug");
    private static readonly Column<LabelCategory> Category = Code<LabelCategory>("category");
    private static readonly Column<PartialDate> Start = Date("start");
    private static readonly Column<DatePrecision> Precision = Code<DatePrecision>("start_precision");
    private static readonly Column<int?> Duration = OptionalWhole("duration_years", 1, LongestDuration);
    private static readonly Column<string?> Decision = OptionalText("decision_reference", LabelPeriod.DecisionReferenceMaxLength);
    private static readonly Column<LabelBasis> Basis = Code<LabelBasis>("basis");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [CampusSlug, Category, Start],
        [CampusSlug, Category, Start, Precision, Duration, Decision, Basis, Source]);

    /// <summary>A stated decision is as sure as what is told of its campus.</summary>
    public static string WrittenFrom(FileRow row, StarterFiles files) => ConfidenceOf(row, files).ToCode();

    /// <summary>A school year is written as the month in which it begins; the others as their precision says.</summary>
    public static void Check(FileRows file, ProblemList problems)
    {
        foreach (var row in file.Rows)
        {
            if (PartialDate.TryParse(row.Text(Start), out var start) && EnumCode.TryParse<DatePrecision>(row.Text(Precision), out var precision)
                && !IsWrittenAs(start, precision))
            {
                problems.Add(StarterProblems.StartPrecision, file.Declaration.File, row.Line, Start.Name, row.Text(Start), row.Text(Precision));
            }
        }
    }

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var slugs = changes.TouchedKeys.Select(key => key.Split('|')[0]).Distinct(StringComparer.Ordinal).ToList();
        var known = (await writing.Db.Campuses.Include(campus => campus.LabelPeriods).Where(campus => slugs.Contains(campus.Slug)).ToListAsync(ct))
            .SelectMany(campus => campus.LabelPeriods
                .Where(period => period.Scheme == LabelScheme.National)
                .Select(period => (Key: $"{campus.Slug}|{period.Category.ToCode()}|{Written(period.Start)}", Period: period)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.First().Period, StringComparer.Ordinal);
        writing.Rows.Write(changes, known, row => Create(row, writing), (period, row) => Fill(period, row, writing));
        foreach (var slug in slugs)
        {
            writing.Touch(slug);
        }
    }

    private static LabelPeriod Create(FileRow row, StarterWriting writing) => new()
    {
        CampusId = writing.Campus(row.Get(CampusSlug)).CampusId,
        Scheme = LabelScheme.National,
        Category = row.Get(Category),
        Start = StartOf(row),
        DurationYears = row.Get(Duration),
        DecisionReference = row.Get(Decision),
        Basis = row.Get(Basis),
        Provenance = ProvenanceOf(row, writing.Files),
    };

    private static void Fill(LabelPeriod period, FileRow row, StarterWriting writing)
    {
        if (period.Start != StartOf(row))
        {
            // The same day told with another precision: it is part of what identifies a period.
            writing.Db.Remove(period);
            writing.Db.Add(Create(row, writing));
            return;
        }

        period.DurationYears = row.Get(Duration);
        period.DecisionReference = row.Get(Decision);
        period.Basis = row.Get(Basis);
        period.Provenance = ProvenanceOf(row, writing.Files);
    }

    private static PartialDate StartOf(FileRow row) => row.Get(Precision) == DatePrecision.SchoolYear
        ? PartialDate.SchoolYear(row.Get(Start).FirstDay.Year)
        : row.Get(Start);

    private static bool IsWrittenAs(PartialDate start, DatePrecision precision) => precision == DatePrecision.SchoolYear
        ? start.Precision == DatePrecision.Month && start.FirstDay.Month == FirstMonthOfSchoolYear
        : start.Precision == precision;

    private static string Written(PartialDate start) => start.Precision == DatePrecision.SchoolYear
        ? PartialDate.Month(start.FirstDay.Year, FirstMonthOfSchoolYear).ToString()
        : start.ToString();

    private static Confidence ConfidenceOf(FileRow row, StarterFiles files) =>
        row.Get(Basis) == LabelBasis.Inferred ? Confidence.C : files.ConfidenceOf(row.Get(CampusSlug));

    private static Provenance ProvenanceOf(FileRow row, StarterFiles files) => new(row.Get(Source), null, ConfidenceOf(row, files));
}
