using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.Network.Territories;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Components.Search;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Maillage.Web.Pages.Catalogue.Pathways;

/// <summary>
/// The question of the page, as its address writes it: names, words and codes alike. What words can mean in several ways is
/// left to choose.
/// </summary>
public sealed class PathwaySearch
{
    public const int MostChoices = 12;

    /// <summary>Everything that the address says.</summary>
    public static readonly string[] Parameters = ["from", "fromLevel", "occupation", "toLevel", "mode", "near", "route"];

    private readonly AddressFilters _address;
    private readonly ModelStateDictionary _problems;
    private readonly SearchIndex _index;
    private readonly Texts _texts;

    public PathwaySearch(
        AddressFilters address, ModelStateDictionary problems, CataloguePathways pathways, SearchIndex index, Gazetteer gazetteer, DateOnly day, Texts texts)
    {
        (_address, _problems, _index, _texts) = (address, problems, index, texts);
        (From, Qualifications) = ReadQualification(pathways.Catalogue, day);
        (ToOccupation, Occupations) = ReadOccupation(pathways.Catalogue);
        Place = AskedPlace.InField(address, problems, gazetteer, texts);
        var fromLevel = Level("fromLevel");
        Question = new PathwayQuestion
        {
            Day = day,
            From = From,
            FromLevel = From is null ? fromLevel : null,
            ToLevel = Level("toLevel"),
            ToOccupation = ToOccupation?.RomeOfQualifications(pathways.Catalogue),
            Mode = address.OneOf<TrainingMode>("mode", texts["catalogue.search.mode"]),
            Near = Place.Point,
        };
    }

    public PathwayQuestion Question { get; }

    public QualificationRecord? From { get; }

    /// <summary>What the words of the start can mean, when that is to be chosen.</summary>
    public IReadOnlyList<QualificationRecord> Qualifications { get; }

    public OccupationRecord? ToOccupation { get; }

    public IReadOnlyList<OccupationRecord> Occupations { get; }

    public AskedPlace Place { get; }

    /// <summary>Whether something must be chosen first.</summary>
    public bool IsAmbiguous => Qualifications.Count > 0 || Occupations.Count > 0;

    /// <summary>Whether a start or an occupation is asked for, and understood.</summary>
    public bool Asks => !IsAmbiguous && (From is not null || ToOccupation is not null || Question.FromLevel is not null);

    private (QualificationRecord? Found, IReadOnlyList<QualificationRecord> Choices) ReadQualification(NationalCatalogue catalogue, DateOnly day)
    {
        if (_address.Text("from", Slug.MaxLength) is not { } text)
        {
            return (null, []);
        }

        if ((catalogue.Qualification(text) ?? catalogue.QualificationOfCfd(text.ToUpperInvariant())) is { } known)
        {
            return (known, []);
        }

        return Chosen("from", text, [.. Found(text, QualificationDocuments.Type, catalogue.Qualification).OrderBy(row => row.IsClosedOn(day))]);
    }

    private (OccupationRecord? Found, IReadOnlyList<OccupationRecord> Choices) ReadOccupation(NationalCatalogue catalogue)
    {
        if (_address.Text("occupation", OccupationFilter.TextMaxLength) is not { } text)
        {
            return (null, []);
        }

        if (catalogue.Occupation(text.ToUpperInvariant()) is { } known)
        {
            return (known, []);
        }

        return Chosen(
            "occupation",
            text,
            [.. Found(text, OccupationDocuments.Type, catalogue.Occupation).OrderByDescending(row => catalogue.QualificationsOf(row.RomeOfQualifications(catalogue)).Any())]);
    }

    /// <summary>What answers the words, misspelt or unfinished as they may be, the likeliest first.</summary>
    private IEnumerable<T> Found<T>(string text, string type, Func<string, T?> known) where T : class
    {
        var answer = _index.Find(new SearchQuery { Text = text, Facets = [(SearchQuery.TypeFacet, type)] }, 1, MostChoices);
        return answer.IsWidened ? [] : answer.Hits.Select(hit => known(hit.Id)).OfType<T>();
    }

    /// <summary>The one found; nothing and a sentence when there is none; all of them to choose from when there are several.</summary>
    private (T? Found, IReadOnlyList<T> Choices) Chosen<T>(string parameter, string text, IReadOnlyList<T> found) where T : class
    {
        // Signs without a word would be found in everything.
        if (found.Count == 0 || !text.Any(char.IsLetterOrDigit))
        {
            found = [];
            _problems.AddModelError(parameter, _texts[$"catalogue.pathways.unknown.{parameter}", text]);
        }

        return found is [var only] ? (only, []) : (null, [.. found.Take(MostChoices)]);
    }

    private int? Level(string parameter) => _address.Known(parameter, _texts["catalogue.search.level"], CatalogueWords.Levels) is { } level ? level[0] - '0' : null;
}
