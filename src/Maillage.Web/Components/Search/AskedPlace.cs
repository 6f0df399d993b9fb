using Maillage.Network.Territories;
using Maillage.Search;

namespace Maillage.Web.Components.Search;

/// <summary>Where a visitor looks, in a field of its own or among the words: what was typed and the communes that it may name.</summary>
public sealed record AskedPlace
{
    /// <summary>What is looked for, once the place is taken out.</summary>
    public string? Words { get; private init; }

    /// <summary>The place as it was typed; null when none was.</summary>
    public string? Typed { get; private init; }

    /// <summary>Communes that bear that name or postcode, the likeliest first.</summary>
    public IReadOnlyList<NamedPlace> Candidates { get; private init; } = [];

    /// <summary>The first of them whose place is known.</summary>
    public NamedPlace? Place => Candidates.FirstOrDefault(place => place.Point is not null);

    /// <summary>Radius that was typed beside it.</summary>
    public double? RadiusKm { get; private init; }

    /// <param name="text">The words typed.</param>
    /// <param name="place">The field of the place, when it holds a name or a postcode.</param>
    /// <param name="gazetteer">The communes.</param>
    public static AskedPlace Of(string? text, string? place, Gazetteer gazetteer)
    {
        if (place is not null)
        {
            return new AskedPlace { Words = text, Typed = place, Candidates = gazetteer.Find(place) };
        }

        return text is not null && TypedPlace.In(text, name => gazetteer.Find(name).Count > 0) is { } said
            ? new AskedPlace
            {
                Words = said.Words.Length == 0 ? null : said.Words,
                Typed = said.Name,
                Candidates = gazetteer.Find(said.Name),
                RadiusKm = said.RadiusKm is { } km ? Math.Clamp(km, 1, SearchQuery.MaxRadiusKm) : null,
            }
            : new AskedPlace { Words = text };
    }
}
