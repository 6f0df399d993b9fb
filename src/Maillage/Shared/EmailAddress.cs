using System.Text.RegularExpressions;

namespace Maillage.Shared;

/// <summary>An e-mail address as people type it, without spaces around, in lower case: the form under which it is kept and looked for.</summary>
public readonly partial record struct EmailAddress
{
    public const int MaxLength = 254;

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? typed, out EmailAddress address)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > MaxLength || !Form().IsMatch(text))
        {
            address = default;
            return false;
        }

        address = new EmailAddress(text.ToLowerInvariant());
        return true;
    }

    public override string ToString() => Text;

    // What mail servers of today take, in ASCII: no comment, no quoted part, a domain with a dot.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Form();
}
