using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Qualifications;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Territories;
using Maillage.Search;

namespace Maillage.Web.Components.Search;

/// <summary>The types of things that the search finds, and the page of each.</summary>
public static class FoundPages
{
    private static readonly (string Type, string Folder)[] Folders =
    [
        (QualificationDocuments.Type, "/formations/"), (OccupationDocuments.Type, "/metiers/"), (CampusDocuments.Type, "/campus/"),
        (OrganisationDocuments.Type, "/organisations/"), (RegionDocuments.Type, "/regions/"),
    ];

    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> Types = [.. Folders.Select(row => row.Type)];

    /// <summary>Path of the page of an answer, without language.</summary>
    public static string Path(SearchHit hit) => Folders.First(row => row.Type == hit.Type).Folder + hit.Id;
}
