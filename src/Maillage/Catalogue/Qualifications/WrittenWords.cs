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
    private const int LongestAcronym = 5;
    private const int FewWords = 5_000;

    private readonly Dictionary<string, int> _forms = new(FewWords, StringComparer.Ordinal);
    private Dictionary<string, string>? _usual;

    /// <summary>Learns from a text that is not in capitals.</summary>
    public void Learn(string text)
    {
        if (IsShouted(text))
        {
            return;
        }

        _usual = null;
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            // The capital that begins a sentence says nothing of the word.
            var isFirst = match.Index == 0 && word.Length > 1 && char.IsLower(word[1]);
            var form = isFirst ? char.ToLowerInvariant(word[0]) + word[1..] : word;
            _forms[form] = _forms.GetValueOrDefault(form) + 1;
        }
    }

    /// <summary>A text in capitals as it is usually written, its first letter alone a capital.</summary>
    public string Write(string text) =>
        Write(text, word => word.Length is > 1 and <= LongestAcronym && !Vowel().IsMatch(FoldedText.Of(word)) ? word : word.ToLowerInvariant());

    /// <summary>The same for the name of a body, in which a short word that nobody writes is most often an acronym.</summary>
    public string WriteProperName(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? Write(text, word => word.Length <= LongestAcronym ? word : word.ToLowerInvariant())
        : text;

    private string Write(string text, Func<string, string> unknown)
    {
        if (!IsShouted(text))
        {
            return Capitalised(text);
        }

        var usual = _usual ??= Usual();
        var choices = Choice().Matches(text).Select(match => match.Groups["letter"].Index).ToHashSet();
        return Capitalised(Word().Replace(text, match => choices.Contains(match.Index)
            ? match.Value
            : usual.GetValueOrDefault(FoldedText.Of(match.Value)) ?? unknown(match.Value)));
    }

    /// <summary>The most frequent form of each word.</summary>
    private Dictionary<string, string> Usual()
    {
        var usual = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (form, _) in _forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal))
        {
            usual.TryAdd(FoldedText.Of(form), form);
        }

        return usual;
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

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Vowel();

    /// <summary>The letter of an option, the figure of a level.</summary>
    [GeneratedRegex(@"\b(options? |opt\. ?|série |niveau )(?<letter>[a-z]|i{1,3}|iv)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex Choice();
}
