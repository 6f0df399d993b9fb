using System.Text;

namespace Maillage.Shared;

/// <summary>
/// Public address of a thing: lower case, accents folded, every other run of characters one <c>-</c>
/// (<c>provence-alpes-cote-d-azur</c>). Given once and kept when the name changes.
/// </summary>
public static class Slug
{
    public const int MaxLength = 120;

    /// <summary>The slug of a text; a text without any letter or digit gives <c>sans-nom</c>.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in FoldedText.Of(text))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == MaxLength)
            {
                break;
            }
        }

        var value = slug.ToString().TrimEnd('-');
        return value.Length == 0 ? "sans-nom" : value;
    }

    /// <summary>The slug of a text, numbered from 2 when others already bear it.</summary>
    public static string Unique(string text, Func<string, bool> isTaken)
    {
        var slug = From(text);
        if (!isTaken(slug))
        {
            return slug;
        }

        for (var number = 2; ; number++)
        {
            var suffix = $"-{number}";
            var stem = slug.Length + suffix.Length > MaxLength ? slug[..(MaxLength - suffix.Length)].TrimEnd('-') : slug;
            if (!isTaken(stem + suffix))
            {
                return stem + suffix;
            }
        }
    }

    public static bool IsValid(string text) => text.Length is > 0 and <= MaxLength && From(text) == text;
}
