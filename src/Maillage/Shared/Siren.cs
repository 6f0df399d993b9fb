using System.Diagnostics.CodeAnalysis;

namespace Maillage.Shared;

/// <summary>Identifier of a legal unit: nine digits that pass the Luhn formula. Source: Insee, Sirene.</summary>
public readonly record struct Siren
{
    public const int Length = 9;

    private Siren(string value) => Value = value;

    public string Value { get; }

    /// <summary>Accepts spaces between the groups.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Siren siren)
    {
        siren = default;
        var value = text?.Replace(" ", "", StringComparison.Ordinal);
        if (value?.Length != Length || !value.AsSpan().ContainsOnlyDigits() || !Digits.PassLuhn(value))
        {
            return false;
        }

        siren = new Siren(value);
        return true;
    }

    public static Siren Parse(string text) =>
        TryParse(text, out var siren) ? siren : throw new FormatException($"'{text}' is not a SIREN.");

    public override string ToString() => Value;
}
