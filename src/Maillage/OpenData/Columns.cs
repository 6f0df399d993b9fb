using System.Globalization;
using Maillage.Shared;

namespace Maillage.OpenData;

/// <summary>The kinds of column: an empty cell is unknown, and refused unless the column is optional.</summary>
public static partial class Columns
{
    internal const char ListSeparator = '|';

    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private delegate bool TryParse<T>(string text, out T value);

    public static Column<string> Text(string name, int maxLength) =>
        Required(name, TextUpTo(maxLength), DataProblems.ValueTooLong);

    public static Column<string?> OptionalText(string name, int maxLength) =>
        new(name, OrNull(TextUpTo(maxLength)), [DataProblems.ValueTooLong]);

    /// <summary>Public address of a thing.</summary>
    public static Column<string> Slugs(string name) =>
        Required(name, By((string text, out string value) => Slug.IsValid(value = text), DataProblems.ValueInvalidSlug), DataProblems.ValueInvalidSlug);

    public static Column<string?> OptionalSlugs(string name) => new(
        name,
        OrNull(By((string text, out string value) => Slug.IsValid(value = text), DataProblems.ValueInvalidSlug)),
        [DataProblems.ValueInvalidSlug]);

    /// <summary>A code of an enumeration; of some of its values when they are given.</summary>
    public static Column<T> Code<T>(string name, params T[] allowed) where T : struct, Enum =>
        Required(name, CodeAmong(allowed), DataProblems.ValueNotAllowed);

    public static Column<T?> OptionalCode<T>(string name, params T[] allowed) where T : struct, Enum =>
        Optional(name, CodeAmong(allowed), DataProblems.ValueNotAllowed);

    /// <summary>A code of an enumeration that the file writes in capitals.</summary>
    public static Column<T> CapitalCode<T>(string name) where T : struct, Enum => Required(
        name,
        (string text, out T value) => EnumCode.TryParse(text.ToLowerInvariant(), out value) && !text.Any(char.IsAsciiLetterLower)
            ? null
            : new CellFault(DataProblems.ValueNotAllowed, string.Join(", ", EnumCode.All<T>()).ToUpperInvariant()),
        DataProblems.ValueNotAllowed);

    /// <summary>A code of a nomenclature, told by its form.</summary>
    public static Column<string> Coded(string name, CodeForm form) =>
        Required(name, By((string text, out string value) => form.Matches(value = text), DataProblems.ValueInvalidCode, form.Example), DataProblems.ValueInvalidCode);

    public static Column<string?> OptionalCoded(string name, CodeForm form) => new(
        name,
        OrNull(By((string text, out string value) => form.Matches(value = text), DataProblems.ValueInvalidCode, form.Example)),
        [DataProblems.ValueInvalidCode]);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Column<bool> Flag(string name) => Required<bool>(name, ParseFlag, DataProblems.ValueNotAllowed);

    public static Column<int> Whole(string name, int least, int greatest) =>
        Required(name, WholeBetween(least, greatest), DataProblems.ValueInvalidNumber);

    public static Column<int?> OptionalWhole(string name, int least, int greatest) =>
        Optional(name, WholeBetween(least, greatest), DataProblems.ValueInvalidNumber);

    public static Column<double?> OptionalLatitude(string name) => OptionalDegrees(name, 90);

    public static Column<double?> OptionalLongitude(string name) => OptionalDegrees(name, 180);

    public static Column<Uai?> OptionalUai(string name) => OptionalBy<Uai>(name, Uai.TryParse, DataProblems.ValueInvalidUai);

    public static Column<Siret?> OptionalSiret(string name) => OptionalBy<Siret>(name, Siret.TryParse, DataProblems.ValueInvalidSiret);

    public static Column<InseeCode> Insee(string name) =>
        Required(name, By<InseeCode>(InseeCode.TryParse, DataProblems.ValueInvalidInsee), DataProblems.ValueInvalidInsee);

    public static Column<InseeCode?> OptionalInsee(string name) => OptionalBy<InseeCode>(name, InseeCode.TryParse, DataProblems.ValueInvalidInsee);

    public static Column<string?> OptionalPostcode(string name) =>
        new(name, OrNull(By((string text, out string value) => IsPostcode(value = text), DataProblems.ValueInvalidPostcode)), [DataProblems.ValueInvalidPostcode]);

    public static Column<PartialDate> Date(string name) =>
        Required(name, By<PartialDate>(IsDate, DataProblems.ValueInvalidDate), DataProblems.ValueInvalidDate);

    public static Column<PartialDate?> OptionalDate(string name) => OptionalBy<PartialDate>(name, IsDate, DataProblems.ValueInvalidDate);

    /// <summary>An absolute <c>http</c> or <c>https</c> address.</summary>
    public static Column<string?> OptionalUrl(string name, int maxLength) => new(
        name,
        OrNull((string text, out string value) => TextUpTo(maxLength)(text, out value)
            ?? (IsWebAddress(text) ? null : new CellFault(DataProblems.ValueInvalidUrl))),
        [DataProblems.ValueTooLong, DataProblems.ValueInvalidUrl]);

    /// <summary>Values separated by <c>|</c>.</summary>
    public static Column<IReadOnlyList<string>> List(string name, int maxItemLength) =>
        new(name, OrMissing(ListOf(maxItemLength)), [DataProblems.ValueMissing, DataProblems.ValueTooLong, DataProblems.ValueInvalidItem], isList: true);

    public static Column<IReadOnlyList<string>> OptionalList(string name, int maxItemLength) =>
        new(name, ListOf(maxItemLength), [DataProblems.ValueTooLong, DataProblems.ValueInvalidItem], isList: true);

    private static Column<double?> OptionalDegrees(string name, int greatest) => Optional(
        name,
        (string text, out double value) =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
                && Math.Abs(value) <= greatest
                ? null
                : new CellFault(DataProblems.ValueInvalidDegrees, -greatest, greatest),
        DataProblems.ValueInvalidDegrees);

    private static Column<T> Required<T>(string name, CellParser<T> parse, string code) =>
        new(name, OrMissing(parse), [DataProblems.ValueMissing, code]);

    private static Column<T?> Optional<T>(string name, CellParser<T> parse, string code) where T : struct => new(
        name,
        (string text, out T? value) =>
        {
            value = null;
            if (text.Length == 0)
            {
                return null;
            }

            var fault = parse(text, out var parsed);
            value = parsed;
            return fault;
        },
        [code]);

    private static Column<T?> OptionalBy<T>(string name, TryParse<T> tryParse, string code) where T : struct => Optional(name, By(tryParse, code), code);

    private static CellParser<T> OrMissing<T>(CellParser<T> parse) => (string text, out T value) =>
    {
        var fault = parse(text, out value);
        return text.Length == 0 ? new CellFault(DataProblems.ValueMissing) : fault;
    };

    private static CellParser<string?> OrNull(CellParser<string> parse) => (string text, out string? value) =>
    {
        value = null;
        return text.Length == 0 ? null : parse(text, out value);
    };

    private static CellParser<T> By<T>(TryParse<T> tryParse, string code, params object?[] more) =>
        (string text, out T value) => tryParse(text, out value) ? null : new CellFault(code, more);

    private static CellParser<int> WholeBetween(int least, int greatest) => (string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= greatest
            ? null
            : new CellFault(DataProblems.ValueInvalidNumber, least, greatest);

    private static CellParser<string> TextUpTo(int maxLength) =>
        (string text, out string value) => (value = text).Length <= maxLength ? null : new CellFault(DataProblems.ValueTooLong, maxLength);

    private static CellParser<T> CodeAmong<T>(T[] allowed) where T : struct, Enum => (string text, out T value) =>
        EnumCode.TryParse(text, out value) && (allowed.Length == 0 || allowed.Contains(value))
            ? null
            : new CellFault(DataProblems.ValueNotAllowed, string.Join(", ", allowed.Length == 0 ? EnumCode.All<T>() : allowed.Select(EnumCode.ToCode)));

    private static CellFault? ParseFlag(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false" ? null : new CellFault(DataProblems.ValueNotAllowed, "true, false");
    }

    private static CellParser<IReadOnlyList<string>> ListOf(int maxItemLength) => (string text, out IReadOnlyList<string> value) =>
    {
        var items = text.Length == 0 ? [] : text.Split(ListSeparator);
        value = items;
        if (Array.Find(items, item => item.Length > maxItemLength) is not null)
        {
            return new CellFault(DataProblems.ValueTooLong, maxItemLength);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrong = Array.Find(items, item => string.IsNullOrWhiteSpace(item) || !seen.Add(item));
        return wrong is null ? null : new CellFault(DataProblems.ValueInvalidItem, wrong);
    };

    // A year beyond these is a slip of the keyboard.
    private static bool IsDate(string text, out PartialDate value) =>
        PartialDate.TryParse(text, out value) && value.FirstDay.Year is >= FirstYear and <= LastYear;

    private static bool IsPostcode(string text) => text.Length == 5 && text.All(char.IsAsciiDigit);

    private static bool IsWebAddress(string text) =>
        !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Contains('.', StringComparison.Ordinal);
}
