using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Maillage.Shared;

/// <summary>
/// Code of a commune in the Code officiel géographique: five characters whose first two or three tell the département
/// or the collectivity (<c>2A004</c> Ajaccio, <c>97411</c> Saint-Denis, <c>98735</c> Papeete). A postcode is something else.
/// </summary>
public readonly record struct InseeCode
{
    public const int Length = 5;

    private InseeCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Code of the département or overseas collectivity: <c>44</c>, <c>2A</c>, <c>974</c>.</summary>
    public string Department => Value.StartsWith("97", StringComparison.Ordinal) || Value.StartsWith("98", StringComparison.Ordinal)
        ? Value[..3]
        : Value[..2];

    public static bool TryParse([NotNullWhen(true)] string? text, out InseeCode code)
    {
        code = default;
        var value = text?.Trim().ToUpperInvariant();
        if (value?.Length != Length || !value.AsSpan(2).ContainsOnlyDigits() || !IsDepartment(value))
        {
            return false;
        }

        code = new InseeCode(value);
        return true;
    }

    public static InseeCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an INSEE commune code.");

    public override string ToString() => Value;

    private static bool IsDepartment(string value) => value[..2] switch
    {
        "2A" or "2B" => true,
        "97" => value[2] is >= '1' and <= '8',
        "98" => value[2] is '4' or '6' or '7' or '8' or '9',
        // 20 was Corsica until 1976; 96 and 99 are no territory of the Republic.
        var prefix => prefix.AsSpan().ContainsOnlyDigits() && int.Parse(prefix, CultureInfo.InvariantCulture) is >= 1 and <= 95 and not 20,
    };
}
