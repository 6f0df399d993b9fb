using System.Collections.Frozen;
using System.Globalization;
using Maillage.Shared;

namespace Maillage.OpenData;

/// <summary>The kinds of column that producers' files add to those of our own files.</summary>
public static partial class Columns
{
    private static readonly string[] MonthFirstFormats = ["M/d/yy", "M/d/yyyy"];
    private static readonly string[] DayFormats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd", "d/M/yy"];

    public static Column<Uai> RequiredUai(string name) => Required(name, By<Uai>(Uai.TryParse, DataProblems.ValueInvalidUai), DataProblems.ValueInvalidUai);

    public static Column<Siret> RequiredSiret(string name) =>
        Required(name, By<Siret>(Siret.TryParse, DataProblems.ValueInvalidSiret), DataProblems.ValueInvalidSiret);

    /// <summary>A number with a decimal point or comma, of the unit that the column tells.</summary>
    public static Column<double?> OptionalDecimal(string name) => Optional(
        name,
        (string text, out double value) =>
            double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
                && double.IsFinite(value)
                ? null
                : new CellFault(DataProblems.ValueInvalidDecimal),
        DataProblems.ValueInvalidDecimal);

    /// <summary>A code whose leading zeros a spreadsheet may have taken: they are given back.</summary>
    public static Column<string> PaddedCode(string name, CodeForm form) => Required(name, Padded(form), DataProblems.ValueInvalidCode);

    public static Column<string?> OptionalPaddedCode(string name, CodeForm form) => new(name, OrNull(Padded(form)), [DataProblems.ValueInvalidCode]);

    /// <summary>A day, as the national nomenclatures and the exports of data.gouv.fr write it.</summary>
    public static Column<DateOnly?> OptionalDay(string name) => OptionalBy<DateOnly>(name, IsDay, DataProblems.ValueInvalidDay);

    /// <summary>A day whose month comes first, as a spreadsheet set to another country writes it, or as everybody does.</summary>
    public static Column<DateOnly?> OptionalMonthFirstDay(string name) => OptionalBy<DateOnly>(
        name,
        (string text, out DateOnly day) => DateOnly.TryParseExact(text, MonthFirstFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) || IsDay(text, out day),
        DataProblems.ValueInvalidDay);

    /// <summary>Words of the producer and what they mean, whatever their case and accents.</summary>
    public static Column<T> Words<T>(string name, IReadOnlyDictionary<string, T> meanings) where T : struct =>
        Required(name, MeaningIn(meanings), DataProblems.ValueNotAllowed);

    public static Column<T?> OptionalWords<T>(string name, IReadOnlyDictionary<string, T> meanings) where T : struct =>
        Optional(name, MeaningIn(meanings), DataProblems.ValueNotAllowed);

    private static CellParser<T> MeaningIn<T>(IReadOnlyDictionary<string, T> meanings)
    {
        var byFolded = meanings.ToFrozenDictionary(pair => FoldedText.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var allowed = string.Join(", ", meanings.Keys);
        return (string text, out T value) =>
            byFolded.TryGetValue(FoldedText.Of(text), out value!) ? null : new CellFault(DataProblems.ValueNotAllowed, allowed);
    }

    private static CellParser<string> Padded(CodeForm form) => (string text, out string value) =>
    {
        value = text.PadLeft(form.Example.Length, '0').ToUpperInvariant();
        return form.Matches(value) ? null : new CellFault(DataProblems.ValueInvalidCode, form.Example);
    };

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        || (text.Length > "yyyy-MM-dd".Length && DateOnly.TryParseExact(text.AsSpan(0, "yyyy-MM-dd".Length), "yyyy-MM-dd", out day));
}
