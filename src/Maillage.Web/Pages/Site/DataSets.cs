namespace Maillage.Web.Pages.Site;

/// <summary>On what terms a data set may be used again.</summary>
public enum DataTerms
{
    /// <summary>Licence Ouverte 2.0: cite the source and its date.</summary>
    OpenLicence,

    /// <summary>Facts that public texts state: each row names its text.</summary>
    CitedFacts,

    PublicDomain,
}

/// <summary>A way to take a data set away: its format and its address.</summary>
public sealed record DataDownload(string Format, string Address);

/// <summary>A data set of the site; its words are <c>site.data.CODE.title</c>, <c>.text</c>, <c>.producer</c>, <c>.vintage</c>.</summary>
/// <param name="Code">Name in texts and anchors.</param>
/// <param name="Files">Names under which its files are loaded; none when it is not loaded in the database.</param>
/// <param name="Terms">Terms of use.</param>
/// <param name="Downloads">Empty when it can only be read inside others.</param>
public sealed record DataSet(string Code, IReadOnlyList<string> Files, DataTerms Terms, IReadOnlyList<DataDownload> Downloads);

/// <summary>Every data set that the site shows, said once.</summary>
public static class DataSets
{
    public const string NationalCounts = "national_counts";

    public static readonly IReadOnlyList<DataSet> All =
    [
        new("campuses", ["starter/campuses"], DataTerms.CitedFacts,
            [new("CSV", "/api/v1/campuses.csv"), new("GeoJSON", "/api/v1/campuses.geojson"), new("JSON", "/api/v1/campuses")]),
        new("labels", ["starter/label_periods"], DataTerms.CitedFacts, [new("CSV", "/api/v1/labels.csv"), new("JSON", "/api/v1/labels")]),
        new("organisations", ["starter/organisations"], DataTerms.OpenLicence,
            [new("CSV", "/api/v1/organisations.csv"), new("JSON", "/api/v1/organisations")]),
        new("memberships", ["starter/memberships"], DataTerms.CitedFacts, []),
        new("qualifications", ["starter/qualifications"], DataTerms.CitedFacts, []),
        new("training_offers", ["starter/training_offers"], DataTerms.CitedFacts, []),
        new("pathway_links", ["starter/pathway_links"], DataTerms.CitedFacts, []),
        new("occupations", ["starter/occupations"], DataTerms.OpenLicence, []),
        new("sectors", ["starter/sectors"], DataTerms.CitedFacts, [new("JSON", "/api/v1/sectors")]),
        new("regions", ["starter/regions", "starter/academies"], DataTerms.OpenLicence,
            [new("JSON (régions)", "/api/v1/regions"), new("JSON (académies)", "/api/v1/academies")]),
        new("territories", ["prepared/regions", "prepared/departments", "prepared/epcis", "prepared/communes"], DataTerms.OpenLicence, []),
        new("contours", [], DataTerms.PublicDomain, [new("TopoJSON", "assets/contours.json")]),
        new(NationalCounts, [], DataTerms.CitedFacts, []),
    ];
}
