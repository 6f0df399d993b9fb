using System.Globalization;
using System.Text.RegularExpressions;

namespace Maillage.Search;

/// <summary>
/// A place that a person typed among the words: « soudeur près de Saint-Nazaire », « CAP cuisine à 30 km de Nantes »,
/// « boulanger 44600 ».
/// </summary>
/// <param name="Words">What is left: what is looked for.</param>
/// <param name="Name">The place as it was typed.</param>
/// <param name="RadiusKm">When it was typed too.</param>
public sealed record TypedPlace(string Words, string Name, double? RadiusKm)
{
    private static readonly Regex[] Said =
    [
        Form(@"^(?<words>.*?)\s*(?:\b(?:dans\s+un\s+rayon\s+de|within|[àa])\s+)?\b(?<km>\d{1,3})\s*km\s+(?:autour\s+|around\s+|from\s+|of\s+)?(?:(?<link>du|des|de)\s+|(?<link>d['’])\s*)?(?<place>\D.*)$"),
        Form(@"^(?<words>.*?)\s*\b(?:(?:tout\s+)?(?:pr[èe]s|proche|autour|aux\s+alentours|aux\s+environs|dans\s+les\s+environs)|[àa]\s+(?:c[ôo]t[ée]|proximit[ée]))\s+(?:(?<link>du|des|de)\s+|(?<link>d['’])\s*)(?<place>\S.*)$"),
        Form(@"^(?<words>.*?)\s*\b(?:near|around|close\s+to)\s+(?<place>\S.*)$"),
    ];

    private static readonly Regex[] Maybe =
    [
        Form(@"^(?<words>.*\S)\s+(?<link>[àa]|aux?|sur|vers|in)\s+(?<place>\S.*)$"),
        Form(@"^(?<words>.*?)\s*\b(?<place>\d{5})\s*$"),
    ];

    /// <summary>The place of a text, or null when it names none.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="isKnown">Whether a name or a postcode is that of a place: « à la carte » is none.</param>
    public static TypedPlace? In(string text, Func<string, bool> isKnown)
    {
        foreach (var form in Said)
        {
            if (form.Match(text) is { Success: true } said)
            {
                return Of(said, isKnown);
            }
        }

        return Maybe.Select(form => form.Match(text)).Where(said => said.Success).Select(said => Of(said, isKnown)).FirstOrDefault(place => isKnown(place.Name));
    }

    private static TypedPlace Of(Match said, Func<string, bool> isKnown)
    {
        var name = said.Groups["place"].Value.Trim();
        // « près du Mans », « autour des Herbiers »: the article went into the preposition.
        var article = said.Groups["link"].Value.ToLowerInvariant() switch { "du" or "au" => "le ", "des" or "aux" => "les ", _ => "" };
        var whole = article.Length > 0 && isKnown(article + name) ? article + name : name;
        var radius = said.Groups["km"] is { Success: true } km ? double.Parse(km.Value, CultureInfo.InvariantCulture) : (double?)null;
        return new TypedPlace(said.Groups["words"].Value.Trim(), whole, radius);
    }

    // In time that grows with the text alone, whatever is typed.
    private static Regex Form(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
