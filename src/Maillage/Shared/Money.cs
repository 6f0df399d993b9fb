using System.Globalization;

namespace Maillage.Shared;

/// <summary>An amount in euros, counted in cents: sums are exact.</summary>
public readonly record struct Money(long Cents)
{
    /// <summary>Amounts are less than ten thousand million euros.</summary>
    public const long MostCents = 1_000_000_000_000;

    private const int MostDigits = 10;

    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>The same number with its decimals, for a cell of a table.</summary>
    public decimal Euros => Cents / 100m;

    /// <summary>An amount above zero as people type it: <c>1 234,56</c>, <c>1234.5</c>, <c>1 200 €</c>. A separator of thousands that could be a decimal one is refused rather than guessed.</summary>
    public static bool TryParse(string? typed, out Money money)
    {
        money = default;
        var parts = string.Concat(TypedText.OneLine(typed).Where(character => !char.IsWhiteSpace(character) && character != '€')).Split('.', ',');
        if (parts.Length > 2 || parts[0].Length is 0 or > MostDigits || !parts.All(part => part.All(char.IsAsciiDigit)) || (parts.Length == 2 && parts[1].Length is 0 or > 2))
        {
            return false;
        }

        var cents = long.Parse(parts[0], CultureInfo.InvariantCulture) * 100 + (parts.Length == 2 ? long.Parse(parts[1].PadRight(2, '0'), CultureInfo.InvariantCulture) : 0);
        money = new Money(cents);
        return cents is > 0 and < MostCents;
    }

    /// <summary>As the readers of a culture write euros: « 1 234,56 € », “€1,234.56”.</summary>
    public string In(CultureInfo culture)
    {
        var number = Math.Abs(Euros).ToString("#,0.00", culture);
        var sign = Cents < 0 ? culture.NumberFormat.NegativeSign : "";
        return culture.TwoLetterISOLanguageName == "fr" ? $"{sign}{number} €" : $"{sign}€{number}";
    }

    public override string ToString() => Euros.ToString("0.00", CultureInfo.InvariantCulture);
}
