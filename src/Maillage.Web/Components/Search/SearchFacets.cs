using Maillage.Catalogue.Offers;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Search;
using Maillage.Shared;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;

namespace Maillage.Web.Components.Search;

/// <summary>A value that narrows a search, and how many answers it would leave.</summary>
public sealed record FacetChoice(string Value, string Name, int Count, bool IsChosen);

/// <summary>Some of the values of a facet, and where each leads: narrowed by it, or no longer.</summary>
public sealed record ShownChoices(IEnumerable<FacetChoice> Choices, Func<FacetChoice, string> Address);

/// <summary>The facets that narrow a search, and how their values are said.</summary>
public sealed class SearchFacets(NetworkRegister register, Texts texts)
{
    /// <summary>As addresses write them, in the order of the page; the type has a place of its own.</summary>
    public static readonly IReadOnlyList<string> Names = ["level", "mode", "sector", "region", "department", "status", "campus"];

    /// <summary>Values that an address may name.</summary>
    public IEnumerable<string> Values(string facet) => facet switch
    {
        SearchQuery.TypeFacet => FoundPages.Types,
        "level" => CatalogueWords.Levels,
        "mode" => EnumCode.All<TrainingMode>(),
        "sector" => register.Sectors.Select(sector => sector.Code),
        "region" => register.Regions.Select(region => region.Code),
        "department" => register.Departments.Select(department => department.Code),
        "status" => EnumCode.All<OrganisationStatus>(),
        "campus" => register.Campuses.Select(campus => campus.Slug),
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, null),
    };

    /// <summary>What an answer leaves to choose from, the most frequent first; levels in their order.</summary>
    public IReadOnlyList<FacetChoice> Choices(string facet, SearchAnswer answer, string chosen)
    {
        var counts = answer.Counts(facet);
        var choices = Values(facet)
            .Where(value => counts.ContainsKey(value) || value == chosen)
            .Select(value => new FacetChoice(value, Name(facet, value), counts.GetValueOrDefault(value), value == chosen));
        List<FacetChoice> ordered = facet == "level" ? [.. choices] : [.. choices.OrderByDescending(choice => choice.IsChosen).ThenByDescending(choice => choice.Count)];
        // A value that every answer has, alone of its facet, narrows nothing.
        return ordered is [{ IsChosen: false } only] && only.Count == answer.Total ? [] : ordered;
    }

    private string Name(string facet, string value) => facet switch
    {
        "level" => texts[$"catalogue.level.{value}"],
        "mode" => texts[$"catalogue.mode.{value}"],
        "sector" => register.Sectors.First(sector => sector.Code == value).Name.In(Language.Current),
        "region" => register.Regions.First(region => region.Code == value).Name,
        "department" => register.Departments.First(department => department.Code == value).Name,
        "status" => texts[$"search.status.{value}"],
        _ => register.Campus(value)!.Name,
    };
}
