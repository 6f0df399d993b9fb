using System.Text.Json.Nodes;
using Maillage.Catalogue.Register;
using Maillage.Network.Organisations;
using Maillage.Web.Components;
using Maillage.Web.Components.Catalogue;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Catalogue.Qualifications;

/// <summary>A qualification in the vocabulary of schema.org: the programme, and a course for each place that the page shows.</summary>
internal static class QualificationData
{
    public static JsonObject Of(QualificationModel page, HttpRequest request, Texts texts)
    {
        var qualification = page.Qualification;
        var address = request.Absolute(request.PathBase.Add($"/formations/{qualification.Slug}"));
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "EducationalOccupationalProgram",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = qualification.Name,
            ["educationalCredentialAwarded"] = texts.Kind(qualification),
            ["identifier"] = new JsonArray([.. Identifiers(qualification)]),
            ["occupationalCategory"] = new JsonArray([.. page.Occupations.Select(row => JsonValue.Create(row.Name.In(Language.Current)))]),
            ["hasCourse"] = new JsonArray([.. page.Found.Items.Select(row => Course(row.Offer, request, texts))]),
        };
    }

    private static IEnumerable<JsonNode> Identifiers(QualificationRecord qualification) =>
        new[] { ("CFD", qualification.Cfd), ("RNCP", qualification.Rncp) }
            .Where(code => code.Item2 is not null)
            .Select(code => new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = code.Item1, ["value"] = code.Item2 });

    private static JsonObject Course(OfferRecord offer, HttpRequest request, Texts texts) => new()
    {
        ["@type"] = "Course",
        ["name"] = offer.Qualification.Name,
        ["description"] = texts["catalogue.qualification.course", offer.Qualification.Name, offer.Place.Name, texts.Of("catalogue.mode_in", offer.Mode)],
        ["provider"] = Provider(offer.Place, request),
    };

    private static JsonObject Provider(OrganisationPlace place, HttpRequest request) => new()
    {
        ["@type"] = "EducationalOrganization",
        ["name"] = place.Name,
        ["url"] = request.Absolute(request.PathBase.Add($"/organisations/{place.Slug}")),
        ["address"] = place.Commune is null ? null : new JsonObject
        {
            ["@type"] = "PostalAddress",
            ["addressLocality"] = place.Commune,
            ["postalCode"] = place.Postcode,
            ["addressCountry"] = "FR",
        },
    };
}
