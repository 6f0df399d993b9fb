using Maillage.Network.Territories;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Maillage.Web.Components.Search;

/// <summary>
/// Where a visitor looks: the name or postcode of a commune in the field « near », a point as links write it, or words such as
/// « près de Nantes » among others. What is not understood becomes a sentence at the field and narrows nothing.
/// </summary>
public sealed record AskedPlace
{
    /// <summary>Name of the field.</summary>
    public const string Field = "near";

    /// <summary>Others of the same name that are offered.</summary>
    private const int MostNamesakes = 8;

    private const int MaxLength = 100;

    /// <summary>What is looked for, once the place is taken out.</summary>
    public string? Words { get; private init; }

    /// <summary>The commune as it was typed; null when none was.</summary>
    public string? Typed { get; private init; }

    /// <summary>Communes that bear that name or postcode, the most peopled first.</summary>
    public IReadOnlyList<NamedPlace> Candidates { get; private init; } = [];

    /// <summary>Radius that was typed beside it, in kilometres.</summary>
    public double? RadiusKm { get; private init; }

    private GeoPoint? TypedPoint { get; init; }

    /// <summary>The first commune whose place is known.</summary>
    public NamedPlace? Place => Candidates.FirstOrDefault(place => place.Point is not null);

    public GeoPoint? Point => TypedPoint ?? Place?.Point;

    /// <summary>The other communes that may be meant.</summary>
    public IEnumerable<NamedPlace> Namesakes => Candidates.Where(place => place.Point is not null && place != Place).Take(MostNamesakes);

    /// <summary>The place of the field.</summary>
    public static AskedPlace InField(AddressFilters address, ModelStateDictionary problems, Gazetteer communes, Texts texts)
    {
        if (address.Text(Field, MaxLength) is not { } typed)
        {
            return new AskedPlace();
        }

        // The names of communes hold neither.
        if (typed.Contains(',', StringComparison.Ordinal) && typed.Any(char.IsAsciiDigit))
        {
            return new AskedPlace { TypedPoint = address.Point(Field) };
        }

        var asked = new AskedPlace { Typed = typed, Candidates = communes.Find(typed) };
        if (asked.Place is null)
        {
            problems.AddModelError(Field, texts[asked.Candidates.Count == 0 ? "search.place.unknown" : "search.place.without_centre", typed]);
        }

        return asked;
    }

    /// <summary>The place of the field or, where it is empty, the one that the words name.</summary>
    public static AskedPlace InFieldOrWords(AddressFilters address, string? words, ModelStateDictionary problems, Gazetteer communes, Texts texts) =>
        address[Field].Trim().Length == 0 ? InWords(words, communes) : InField(address, problems, communes, texts) with { Words = words };

    /// <summary>The place that the words name.</summary>
    public static AskedPlace InWords(string? words, Gazetteer communes) =>
        words is not null && TypedPlace.In(words, name => communes.Find(name).Count > 0) is { } said
            ? new AskedPlace
            {
                Words = said.Words.Length == 0 ? null : said.Words,
                Typed = said.Name,
                Candidates = communes.Find(said.Name),
                RadiusKm = said.RadiusKm is { } km ? Math.Clamp(km, 1, SearchQuery.MaxRadiusKm) : null,
            }
            : new AskedPlace { Words = words };
}
