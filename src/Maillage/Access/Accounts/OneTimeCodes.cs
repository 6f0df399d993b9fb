using Maillage.Shared;
using OtpNet;

namespace Maillage.Access.Accounts;

/// <summary>Six-digit codes of half a minute (RFC 6238), from a key that the product and the person's telephone share.</summary>
public sealed class OneTimeCodes(ISecretKeeper secrets, TimeProvider clock)
{
    private const string Purpose = "Maillage.Access.CodeKey";
    private const int KeyBytes = 20;

    /// <summary>The steps before and after that are taken too: telephones do not all tell the same time.</summary>
    private static readonly VerificationWindow Near = new(previous: 1, future: 1);

    /// <summary>A new key, as the person types or scans it.</summary>
    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    /// <summary>Address that a telephone reads from a QR code.</summary>
    public static string AddressOf(string key, string email) => new OtpUri(OtpType.Totp, key, email, "Maillage").ToString();

    public string Protect(string key) => secrets.Protect(Purpose, key);

    /// <summary>Whether the code is right for the key of the account, and was not used before; it is then used.</summary>
    public bool Use(Account account, string? code)
    {
        if (account.CodeKey is null || secrets.Unprotect(Purpose, account.CodeKey) is not { } key
            || !IsRight(key, code, out var step) || step <= account.LastCodeStep)
        {
            return false;
        }

        account.LastCodeStep = step;
        return true;
    }

    public bool IsRight(string key, string? code, out long step)
    {
        step = 0;
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        return digits.Length == 6 && new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.UtcNow(), digits, out step, Near);
    }
}
