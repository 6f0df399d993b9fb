using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Network.Organisations.Imports;

/// <summary>The main institutions of higher education, those on French ground.</summary>
internal static class HigherEducationFile
{
    public const string Name = "higher-education/institutions";

    private const int AnyLength = 600;
    private const string France = "france";

    // Schools that deliver the degree of engineer say so, or bear one of these names.
    private static readonly string[] EngineeringWords =
        ["ingenieur", "centrale", "polytechnique", "insa", "sciences appliquees", "mines", "arts et metiers", "ponts et chaussees", "supaero", "telecom", " inp", "ecam", "isen", "isep", "estp"];

    private static readonly Column<string> Id = Columns.Text("identifiant interne", PublishedOrganisation.KeyMaxLength).Or("etablissement_id_paysage");
    private static readonly Column<string> FullName = Columns.Text("libellé", Organisation.NameMaxLength).Or("uo_lib");
    private static readonly Column<string?> Type = Columns.OptionalText("type d'établissement", AnyLength).Or("type_d_etablissement");
    private static readonly Column<string?> Status = Columns.OptionalText("secteur d'établissement", AnyLength).Or("secteur_d_etablissement");
    private static readonly Column<string?> Website = Columns.OptionalText("site internet", AnyLength).Or("url");
    private static readonly Column<string?> Place = Columns.OptionalText("géolocalisation", AnyLength).Or("coordonnees");
    private static readonly Column<string?> UaiCode = Columns.OptionalText("uai - identifiant", AnyLength).Or("uai");
    private static readonly Column<string?> SiretCode = Columns.OptionalText("siret", AnyLength);
    private static readonly Column<string?> CommuneCode = Columns.OptionalText("Code commune", AnyLength).Or("com_code");
    private static readonly Column<string?> Commune = Columns.OptionalText("Commune", Organisation.CommuneMaxLength).Or("com_nom");
    private static readonly Column<string?> Address = Columns.OptionalText("Adresse", AnyLength).Or("adresse_uai");
    private static readonly Column<string?> Postcode = Columns.OptionalText("Code postal", AnyLength).Or("code_postal_uai");
    private static readonly Column<string?> Country = Columns.OptionalText("Pays", AnyLength).Or("pays_etranger_acheminement");
    private static readonly Column<string?> Telephone = Columns.OptionalText("Numéro de téléphone", AnyLength).Or("numero_telephone_uai");

    public static readonly DataSet DataSet = new(Name, "Ministère de l’enseignement supérieur, principaux établissements", "Licence Ouverte 2.0")
    {
        Page = new Uri("https://data.enseignementsup-recherche.gouv.fr/explore/dataset/fr-esr-principaux-etablissements-enseignement-superieur/"),
        Resource = new Uri("https://data.enseignementsup-recherche.gouv.fr/api/explore/v2.1/catalog/datasets/fr-esr-principaux-etablissements-enseignement-superieur/exports/csv?use_labels=true&delimiter=%3B"),
        Columns = [Id, FullName, Type, Status, Website, Place, UaiCode, SiretCode, CommuneCode, Commune, Address, Postcode, Country, Telephone],
        Fills = [Fill.With(Map)],
        After = MergeOrganisations.AfterImportAsync,
    };

    private static PublishedOrganisation? Map(ImportRow row)
    {
        if (row.Get(Country) is { } country && FoldedText.Of(country) != France)
        {
            return null;
        }

        var point = PublishedTexts.Point(row.Get(Place));
        return new PublishedOrganisation
        {
            DataSet = row.DataSet,
            Key = row.Get(Id),
            Name = row.Get(FullName),
            Kind = KindOf(FoldedText.Of(row.Get(Type) ?? ""), FoldedText.Of(row.Get(FullName))),
            Status = FoldedText.Of(row.Get(Status) ?? "") switch
            {
                "public" => OrganisationStatus.Public,
                "prive" => OrganisationStatus.Private,
                _ => null,
            },
            Uai = PublishedTexts.FirstUai(row.Get(UaiCode)),
            Siret = PublishedTexts.FirstSiret(row.Get(SiretCode)),
            Address = PublishedTexts.Short(row.Get(Address), Organisation.AddressMaxLength),
            Postcode = PublishedTexts.Postcode(row.Get(Postcode)),
            CommuneCode = PublishedTexts.Commune(row.Get(CommuneCode)),
            Commune = row.Get(Commune),
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            Precision = point is null ? null : CoordinatePrecision.Address,
            Website = PublishedTexts.WebAddress(row.Get(Website)),
            Telephone = PublishedTexts.Landline(row.Get(Telephone)),
        };
    }

    private static OrganisationKind KindOf(string type, string name) =>
        type.Contains("universite", StringComparison.Ordinal) || name.StartsWith("universite", StringComparison.Ordinal) ? OrganisationKind.University
        : Array.Exists(EngineeringWords, word => name.Contains(word, StringComparison.Ordinal)) ? OrganisationKind.EngineeringSchool
        : OrganisationKind.HigherEducationSchool;
}
