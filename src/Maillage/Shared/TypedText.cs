using System.Globalization;

namespace Maillage.Shared;

/// <summary>What people type, before it is judged.</summary>
public static class TypedText
{
    private const int QuotedLength = 60;

    /// <summary>Without line breaks and what a keyboard cannot type, which become spaces, and without spaces at its ends; never null.</summary>
    public static string OneLine(string? typed) => string.Concat((typed ?? "").Select(character => char.IsControl(character) ? ' ' : character)).Trim();

    /// <summary>The same with its line breaks, each counted once as a browser counts them.</summary>
    public static string Lines(string? typed) => new string(
        [.. (typed ?? "").ReplaceLineEndings("\n").Where(character => !char.IsControl(character) || character is '\n' or '\t')]).Trim();

    /// <summary>Nothing rather than an empty text.</summary>
    public static string? OrNone(this string text) => text.Length == 0 ? null : text;

    /// <summary>What a sentence repeats of what was typed.</summary>
    public static string Quoted(string? typed) => OneLine(typed) is { Length: > QuotedLength } text ? text[..QuotedLength] + "…" : OneLine(typed);

    /// <summary>A day of this century, as browsers send it (<c>2027-03-31</c>); nothing when nothing was typed; false when it is no such day.</summary>
    public static bool TryDay(string? typed, out DateOnly? day)
    {
        var text = OneLine(typed);
        (day, var isDay) = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 2000 and < 2100
            ? (read, true)
            : (default(DateOnly?), false);
        return isDay || text.Length == 0;
    }

    /// <summary>An hour of this century in Paris, as browsers send it (<c>2027-03-31T14:30</c>); false when it is none.</summary>
    public static bool TryHour(string? typed, out DateTime utc)
    {
        utc = default;
        return DateTime.TryParseExact(OneLine(typed), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            && wall.Year is >= 2000 and < 2100 && ParisClock.TryFromParis(wall, out utc);
    }
}
