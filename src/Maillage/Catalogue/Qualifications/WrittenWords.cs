using System.Text.RegularExpressions;
using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>
/// How words are written, learnt from texts that keep accents and capitals, so that what a producer shouts in plain capitals
/// can be read again.
/// </summary>
internal sealed partial class WrittenWords
{
    private const int MostMilliseconds = 1_000;
    private const int LongestAcronym = 4;
    private const int FewWords = 5_000;

    private readonly Dictionary<string, Dictionary<string, int>> _seen = new(FewWords, StringComparer.Ordinal);

    /// <summary>Learns from a text that is not in capitals.</summary>
    public void Learn(string text)
    {
        if (IsShouted(text))
        {
            return;
        }

        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            // The capital that begins a sentence says nothing of the word.
            var isFirst = match.Index == 0 && word.Length > 1 && char.IsLower(word[1]);
            var form = isFirst ? char.ToLowerInvariant(word[0]) + word[1..] : word;
            var folded = FoldedText.Of(form);
            if (!_seen.TryGetValue(folded, out var forms))
            {
                _seen.Add(folded, forms = new Dictionary<string, int>(1, StringComparer.Ordinal));
            }

            forms[form] = forms.GetValueOrDefault(form) + 1;
        }
    }

    /// <summary>A text in capitals as it is usually written, its first letter alone a capital.</summary>
    public string Write(string text)
    {
        if (!IsShouted(text))
        {
            return Capitalised(text);
        }

        var written = Word().Replace(text, match => WriteWord(match.Value));
        written = Choice().Replace(written, match => match.Groups["head"].Value + match.Groups["letter"].Value.ToUpperInvariant());
        return Capitalised(written);
    }

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsShouted(string text)
    {
        var (capitals, small) = (0, 0);
        foreach (var character in text)
        {
            capitals += char.IsUpper(character) ? 1 : 0;
            small += char.IsLower(character) ? 1 : 0;
        }

        return capitals > small;
    }

    private string WriteWord(string word)
    {
        if (_seen.TryGetValue(FoldedText.Of(word), out var forms))
        {
            return forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
        }

        // A word that no text writes and that cannot be spoken is an acronym.
        return word.Length is > 1 and <= LongestAcronym && !Vowel().IsMatch(FoldedText.Of(word)) ? word : word.ToLowerInvariant();
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Vowel();

    /// <summary>The letter of an option.</summary>
    [GeneratedRegex(@"\b(?<head>options? |opt\. ?|série )(?<letter>[a-z])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex Choice();
}
