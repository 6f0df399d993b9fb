using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Maillage.Shared;

/// <summary>
/// Identifier of an education establishment (unité administrative immatriculée): seven digits and the key letter that
/// follows from them, the number modulo 23 in an alphabet without I, O and Q. Source: ministry of education, RAMSESE.
/// </summary>
public readonly record struct Uai
{
    public const int Length = 8;
    private const string KeyLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private Uai(string value) => Value = value;

    public string Value { get; }

    /// <summary>Accepts lower case and surrounding spaces; refuses a wrong key letter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Uai uai)
    {
        uai = default;
        var value = text?.Trim().ToUpperInvariant();
        if (value?.Length != Length || !value.AsSpan(0, 7).ContainsOnlyDigits() || value[7] != KeyOf(int.Parse(value.AsSpan(0, 7), CultureInfo.InvariantCulture)))
        {
            return false;
        }

        uai = new Uai(value);
        return true;
    }

    public static Uai Parse(string text) =>
        TryParse(text, out var uai) ? uai : throw new FormatException($"'{text}' is not a UAI.");

    /// <summary>The letter that completes a number of seven digits.</summary>
    public static char KeyOf(int number) => KeyLetters[number % 23];

    public override string ToString() => Value;
}
