using System.Security.Cryptography;

namespace Maillage.Access.Accounts;

/// <summary>Ten codes given once, to be kept on paper: letters and digits that are not taken for one another.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const int Length = 10;
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string[] New() => [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];

    /// <summary>In two halves, as a person reads it aloud.</summary>
    public static string Shown(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    public static string Clean(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
