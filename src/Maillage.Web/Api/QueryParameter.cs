using System.Globalization;
using Maillage.Network.Register;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>
/// One query parameter: its name, what it accepts, an example. Declared once, it reads requests and describes itself in the
/// OpenAPI document. An empty value counts as absent, as an empty field of a form does.
/// </summary>
public abstract class QueryParameter(string name)
{
    public string Name { get; } = name;

    public required string Example { get; init; }

    /// <summary>JSON Schema of the value.</summary>
    public required ParameterSchema Schema { get; init; }

    /// <summary>Values that an error may list, when they are few.</summary>
    public virtual IReadOnlyList<string>? Choices(NetworkRegister register) => Schema.Values;

    /// <summary>The value, or what is wrong with the text.</summary>
    internal abstract (object? Value, Problem? Problem) Read(string text, NetworkRegister register);
}

/// <summary>What the OpenAPI document says of a parameter.</summary>
public sealed record ParameterSchema(string Type)
{
    public string? Format { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public int? MaxLength { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public string? Default { get; init; }
}

/// <summary>A parameter whose value is a <typeparamref name="T"/>, <paramref name="absent"/> when it is not given.</summary>
public sealed class QueryParameter<T>(string name, T absent, Func<string, NetworkRegister, Result<T>> read) : QueryParameter(name)
{
    public T Absent { get; } = absent;

    public Func<NetworkRegister, IReadOnlyList<string>>? Codes { get; init; }

    public override IReadOnlyList<string>? Choices(NetworkRegister register) => Codes?.Invoke(register) ?? base.Choices(register);

    internal override (object? Value, Problem? Problem) Read(string text, NetworkRegister register)
    {
        var result = read(text, register);
        return (result.Value, result.Problem is { } problem ? problem with { Field = Name } : null);
    }
}

/// <summary>The kinds of parameter.</summary>
internal static class QueryParameters
{
    public static QueryParameter<string?> Text(string name, int maxLength, string example) => new(name, null, (text, _) =>
        text.Length > maxLength
            ? new Problem(ApiProblems.TooLong, name, text.Length, maxLength)
            : text)
    {
        Example = example,
        Schema = new ParameterSchema("string") { MaxLength = maxLength },
    };

    public static QueryParameter<DateOnly?> Day(string name, DateOnly first, DateOnly last, string example) => new(name, null, (text, _) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= first && day <= last
            ? day
            : new Problem(ApiProblems.BadDate, name, Invariant(first), Invariant(last)))
    {
        Example = example,
        Schema = new ParameterSchema("string") { Format = "date" },
    };

    /// <summary>One of the codes of a reference list.</summary>
    public static QueryParameter<string?> Code(string name, Func<NetworkRegister, IEnumerable<string>> codes, string example) => new(name, null, (text, register) =>
        codes(register).Contains(text, StringComparer.Ordinal) ? text : new Problem(ApiProblems.UnknownValue, name))
    {
        Example = example,
        Schema = new ParameterSchema("string"),
        Codes = register => [.. codes(register)],
    };

    /// <summary>The written form of an enumeration value.</summary>
    public static QueryParameter<TEnum?> OneOf<TEnum>(string name, string example) where TEnum : struct, Enum => new(name, null, (text, _) =>
        EnumCode.TryParse<TEnum>(text, out var value) ? value : new Problem(ApiProblems.UnknownValue, name))
    {
        Example = example,
        Schema = new ParameterSchema("string") { Values = EnumCode.All<TEnum>() },
    };

    public static QueryParameter<int> Number(string name, int minimum, int maximum, int absent, string example) => new(name, absent, (text, _) =>
        TryWhole(text, minimum, maximum, out var number) ? number : NotBetween(name, minimum, maximum))
    {
        Example = example,
        Schema = new ParameterSchema("integer") { Minimum = minimum, Maximum = maximum, Default = Invariant(absent) },
    };

    /// <summary>A number that stands for nothing when it is not given.</summary>
    public static QueryParameter<int?> Number(string name, int minimum, int maximum, string example) => new(name, null, (text, _) =>
        TryWhole(text, minimum, maximum, out var number) ? number : NotBetween(name, minimum, maximum))
    {
        Example = example,
        Schema = new ParameterSchema("integer") { Minimum = minimum, Maximum = maximum },
    };

    public static QueryParameter<double?> Kilometres(string name, double maximum, double absent, string example) => new(name, null, (text, _) =>
        TryDecimal(text, out var kilometres) && kilometres > 0 && kilometres <= maximum
            ? kilometres
            : new Problem(ApiProblems.OutOfRange, name, "0", Invariant(maximum)))
    {
        Example = example,
        Schema = new ParameterSchema("number") { Minimum = 0, Maximum = maximum, Default = Invariant(absent) },
    };

    /// <summary>Latitude and longitude in decimal degrees, separated by a comma.</summary>
    public static QueryParameter<GeoPoint?> Point(string name, string example) => new(name, null, (text, _) =>
        text.Split(',', StringSplitOptions.TrimEntries) is [var north, var east]
        && TryDecimal(north, out var latitude) && TryDecimal(east, out var longitude) && GeoPoint.IsValid(latitude, longitude)
            ? new GeoPoint(latitude, longitude)
            : new Problem(ApiProblems.BadPoint, name))
    {
        Example = example,
        Schema = new ParameterSchema("string"),
    };

    private static bool TryWhole(string text, int minimum, int maximum, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= minimum && number <= maximum;

    private static Problem NotBetween(string name, int minimum, int maximum) =>
        new(ApiProblems.OutOfRange, name, Invariant(minimum), Invariant(maximum));

    private static bool TryDecimal(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static string Invariant(IFormattable value) =>
        value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.ToString(null, CultureInfo.InvariantCulture);
}
