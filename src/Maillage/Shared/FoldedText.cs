using System.Globalization;
using System.Text;

namespace Maillage.Shared;

/// <summary>Text without accents, ligatures or capitals, so that « Évreux » is found and sorted alike on both databases.</summary>
public static class FoldedText
{
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
}
