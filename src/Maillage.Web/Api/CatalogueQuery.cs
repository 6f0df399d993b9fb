using Maillage.Catalogue;
using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;
using Maillage.OpenData;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>The parameters by which qualifications, offers and occupations are filtered, and the catalogue of a request.</summary>
internal static class CatalogueQuery
{
    public static readonly QueryParameter<string?> Text = QueryParameters.Text("q", QualificationFilter.TextMaxLength, "chaudronnerie");

    public static readonly QueryParameter<int?> Level =
        QueryParameters.Number("level", Qualification.LowestLevel, Qualification.HighestLevel, "3");

    public static readonly QueryParameter<TrainingMode?> Mode = QueryParameters.OneOf<TrainingMode>("mode", "apprentissage");

    public static readonly QueryParameter<string?> Cfd = Code("cfd", CatalogueCodes.Cfd);

    public static readonly QueryParameter<string?> Rncp = Code("rncp", CatalogueCodes.Rncp);

    public static readonly QueryParameter<Uai?> Institution = new("uai", null, (text, _) =>
        Uai.TryParse(text, out var uai) ? uai : new Problem(ApiProblems.BadCode, "uai", "0440034Y"))
    {
        Example = "0440034Y",
        Schema = new ParameterSchema("string"),
    };

    public static async Task<NationalCatalogue> CatalogueAsync(this ApiRequest request, CancellationToken ct) =>
        await request.Http.RequestServices.GetRequiredService<CurrentCatalogue>().GetAsync(ct);

    /// <summary>The offer of the campus asked for; null when none is.</summary>
    public static CampusOffer? OfferOfCampus(this ApiRequest request, NationalCatalogue catalogue) =>
        request.Query.Get(NetworkQuery.Campus) is { } slug ? CampusOffer.Of(catalogue, request.Register.Campus(slug)!) : null;

    private static QueryParameter<string?> Code(string name, CodeForm form) => new(name, null, (text, _) =>
        form.Matches(text.ToUpperInvariant()) ? text.ToUpperInvariant() : new Problem(ApiProblems.BadCode, name, form.Example))
    {
        Example = form.Example,
        Schema = new ParameterSchema("string"),
    };
}
