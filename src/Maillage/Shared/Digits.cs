namespace Maillage.Shared;

/// <summary>Checks that national identifiers share.</summary>
internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The Luhn formula of ISO/IEC 7812, used by SIREN and SIRET.</summary>
    public static bool PassLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            if (index % 2 == 1)
            {
                digit *= 2;
            }

            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    public static int Sum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        foreach (var digit in digits)
        {
            sum += digit - '0';
        }

        return sum;
    }
}
