using System.Diagnostics.CodeAnalysis;

namespace Maillage.Shared;

/// <summary>
/// Identifier of an establishment: its SIREN and five digits, together passing the Luhn formula; the establishments of
/// La Poste (356 000 000) may instead have a sum of digits that is a multiple of five. Source: Insee, Sirene.
/// </summary>
public readonly record struct Siret
{
    public const int Length = 14;
    private const string LaPoste = "356000000";

    private Siret(string value) => Value = value;

    public string Value { get; }

    public Siren Siren => Siren.Parse(Value[..Siren.Length]);

    /// <summary>Accepts spaces between the groups.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Siret siret)
    {
        siret = default;
        var value = text?.Replace(" ", "", StringComparison.Ordinal);
        if (value?.Length != Length || !value.AsSpan().ContainsOnlyDigits() || !Siren.TryParse(value[..Siren.Length], out _))
        {
            return false;
        }

        if (!Digits.PassLuhn(value) && !(value.StartsWith(LaPoste, StringComparison.Ordinal) && Digits.Sum(value) % 5 == 0))
        {
            return false;
        }

        siret = new Siret(value);
        return true;
    }

    public static Siret Parse(string text) =>
        TryParse(text, out var siret) ? siret : throw new FormatException($"'{text}' is not a SIRET.");

    public override string ToString() => Value;
}
