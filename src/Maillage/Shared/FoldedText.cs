using System.Globalization;
using System.Text;

namespace Maillage.Shared;

/// <summary>Text without accents, ligatures or capitals, so that « Évreux » is found and sorted alike on both databases.</summary>
public static class FoldedText
{
    // A byte order read backwards: the one value, with halves of pairs, on which normalisation throws.
    private const int Reserved = 0xFFFE;

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            switch (char.ToLowerInvariant(character))
            {
                case 'œ': folded.Append("oe"); break;
                case 'æ': folded.Append("ae"); break;
                case 'ß': folded.Append("ss"); break;
                case 'ø': folded.Append('o'); break;
                case 'ł': folded.Append('l'); break;
                case '’': folded.Append('\''); break;
                case var lower: folded.Append(lower); break;
            }
        }

        return folded.ToString();
    }

    /// <summary>The words that a person typed, folded; what is no character of a word (control, half of a pair) separates them.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            _ = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar || rune.Value == Reserved
                ? clean.Append(' ')
                : clean.Append(rune);
        }

        return Of(clean.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
