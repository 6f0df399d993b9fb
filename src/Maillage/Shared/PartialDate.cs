using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Maillage.Shared;

/// <summary>How much of a date its source tells.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
    SchoolYear,
}

/// <summary>
/// A date as far as its source tells it. It counts from its first day: a month from the 1st, a year from 1 January,
/// a school year from 1 September.
/// Written <c>2018-09-20</c>, <c>2018-09</c>, <c>2018</c>, or <c>2018-2019</c> for a school year.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public const int MaxLength = 10;

    private PartialDate(DateOnly firstDay, DatePrecision precision) => (FirstDay, Precision) = (firstDay, precision);

    public DateOnly FirstDay { get; }

    public DatePrecision Precision { get; }

    public static PartialDate Day(DateOnly day) => new(day, DatePrecision.Day);

    public static PartialDate Month(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    public static PartialDate Year(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    /// <summary>The school year that begins on 1 September of <paramref name="firstYear"/>.</summary>
    public static PartialDate SchoolYear(int firstYear) => new(new DateOnly(firstYear, 9, 1), DatePrecision.SchoolYear);

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        switch (text?.Length)
        {
            case 4 when TryYear(text, out var year):
                date = Year(year);
                return true;
            case 7 when TryYear(text[..4], out var year) && text[4] == '-'
                        && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12:
                date = Month(year, month);
                return true;
            case 9 when TryYear(text[..4], out var first) && text[4] == '-' && TryYear(text[5..], out var second) && second == first + 1:
                date = SchoolYear(first);
                return true;
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                date = Day(day);
                return true;
            default:
                return false;
        }
    }

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a partial date.");

    public int CompareTo(PartialDate other) => FirstDay.CompareTo(other.FirstDay);

    public override string ToString() => Precision switch
    {
        DatePrecision.Day => FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => FirstDay.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year:0000}-{FirstDay.Year + 1:0000}"),
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1 and <= 9998;
}
