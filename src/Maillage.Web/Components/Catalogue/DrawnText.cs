using System.Globalization;

namespace Maillage.Web.Components.Catalogue;

/// <summary>Text set in a drawing, where nothing breaks lines by itself: widths are those of the usual letters, a little wide.</summary>
internal static class DrawnText
{
    private const string Ellipsis = "…";
    private const string Narrow = "ijlI.,:;'’!|() ";
    private const string Slim = "ftr-/·";
    private const string Wide = "mwMWœŒ—%";

    /// <summary>Lines that fit, the last one cut when there are too many.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.AddRange(Parts(word, width, size));
            }
        }

        if (lines.Count <= most)
        {
            return lines;
        }

        return [.. lines.Take(most - 1), Cut(lines[most - 1] + Ellipsis, width, size)];
    }

    /// <summary>A word wider than the line is broken, with hyphens.</summary>
    private static IEnumerable<string> Parts(string word, double width, double size)
    {
        while (word.Length > 1 && Width(word, size) > width)
        {
            var kept = word.Length - 1;
            while (kept > 1 && Width(word[..kept] + "-", size) > width)
            {
                kept--;
            }

            yield return word[..kept] + "-";
            word = word[kept..];
        }

        yield return word;
    }

    private static string Cut(string text, double width, double size)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var kept = text.TrimEnd('…');
        while (kept.Length > 1 && Width(kept + Ellipsis, size) > width)
        {
            kept = kept[..^1];
        }

        return kept.TrimEnd() + Ellipsis;
    }

    private static double Width(string text, double size) => text.Sum(character => Width(character) * size);

    private static double Width(char character) =>
        Narrow.Contains(character, StringComparison.Ordinal) ? 0.29
        : Slim.Contains(character, StringComparison.Ordinal) ? 0.4
        : Wide.Contains(character, StringComparison.Ordinal) ? 0.88
        : char.IsUpper(character) ? 0.69
        : CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator ? 0.31
        : 0.56;
}
