using System.Collections.Frozen;
using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Network.Organisations.Imports;

/// <summary>The lycées of the national directory of education. Several rows of one UAI are as many sites: the first speaks.</summary>
internal static class SchoolsFile
{
    public const string Name = "education/annuaire";

    private const int AnyLength = 400;

    private static readonly FrozenSet<string> Types = new[] { "lycee", "erea" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OpenStates = new[] { "", "ouvert", "a fermer" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> VocationalNatures = new[] { "320", "332", "334" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> CommunePrecisions = new[] { "ville", "commune", "ne sait pas", "lieu-dit" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Column<Uai> UaiCode = Columns.RequiredUai("Identifiant_de_l_etablissement").Or("numero_uai");
    private static readonly Column<string> FullName = Columns.Text("Nom_etablissement", Organisation.NameMaxLength).Or("appellation_officielle");
    private static readonly Column<string> Type = Columns.Text("Type_etablissement", AnyLength);
    private static readonly Column<string?> Status = Columns.OptionalText("Statut_public_prive", AnyLength).Or("secteur_public_prive_libe");
    private static readonly Column<string?> Address1 = Columns.OptionalText("Adresse_1", AnyLength);
    private static readonly Column<string?> Address2 = Columns.OptionalText("Adresse_2", AnyLength);
    private static readonly Column<string?> Postcode = Columns.OptionalText("Code_postal", AnyLength);
    private static readonly Column<string?> CommuneCode = Columns.OptionalText("Code_commune", AnyLength);
    private static readonly Column<string?> Commune = Columns.OptionalText("Nom_commune", Organisation.CommuneMaxLength);
    private static readonly Column<string?> Telephone = Columns.OptionalText("Telephone", AnyLength);
    private static readonly Column<string?> Website = Columns.OptionalText("Web", AnyLength);
    private static readonly Column<string?> Email = Columns.OptionalText("Mail", AnyLength);
    private static readonly Column<string?> SiretCode = Columns.OptionalText("SIREN_SIRET", AnyLength);
    private static readonly Column<string?> State = Columns.OptionalText("etat", AnyLength).MayBeAbsent();
    private static readonly Column<string?> Ministry = Columns.OptionalText("ministere_tutelle", AnyLength).MayBeAbsent();
    private static readonly Column<string?> Nature = Columns.OptionalText("code_nature", AnyLength);
    private static readonly Column<double?> Latitude = Columns.OptionalLatitude("latitude");
    private static readonly Column<double?> Longitude = Columns.OptionalLongitude("longitude");
    private static readonly Column<string?> Precision = Columns.OptionalText("precision_localisation", AnyLength).MayBeAbsent();
    private static readonly Column<string?> UpdatedOn = Columns.OptionalText("date_maj_ligne", AnyLength).MayBeAbsent();

    public static readonly DataSet DataSet = new(Name, "DEPP, Annuaire de l’éducation", "Licence Ouverte 2.0")
    {
        Page = new Uri("https://data.education.gouv.fr/explore/dataset/fr-en-annuaire-education/"),
        Resource = new Uri("https://data.education.gouv.fr/api/explore/v2.1/catalog/datasets/fr-en-annuaire-education/exports/csv?use_labels=false&delimiter=%3B"),
        Vintage = Vintage.Of(UpdatedOn),
        Columns =
        [
            UaiCode, FullName, Type, Status, Address1, Address2, Postcode, CommuneCode, Commune, Telephone, Website, Email, SiretCode, State, Ministry, Nature,
            Latitude, Longitude, Precision, UpdatedOn,
        ],
        Fills = [Fill.With(Map).KeepingFirst()],
        After = MergeOrganisations.AfterImportAsync,
    };

    private static PublishedOrganisation? Map(ImportRow row)
    {
        if (!Types.Contains(FoldedText.Of(row.Get(Type))) || !OpenStates.Contains(FoldedText.Of(row.Get(State) ?? "")))
        {
            return null;
        }

        var uai = row.Get(UaiCode);
        var hasPoint = row.Get(Latitude) is not null && row.Get(Longitude) is not null;
        return new PublishedOrganisation
        {
            DataSet = row.DataSet,
            Key = uai.Value,
            Name = row.Get(FullName),
            Kind = KindOf(row),
            Status = StatusOf(row.Get(Status)),
            Uai = uai,
            Siret = PublishedTexts.FirstSiret(row.Get(SiretCode)),
            Address = PublishedTexts.Short(row.Get(Address1) ?? row.Get(Address2), Organisation.AddressMaxLength),
            Postcode = PublishedTexts.Postcode(row.Get(Postcode)),
            CommuneCode = PublishedTexts.Commune(row.Get(CommuneCode)),
            Commune = row.Get(Commune),
            Latitude = hasPoint ? row.Get(Latitude) : null,
            Longitude = hasPoint ? row.Get(Longitude) : null,
            Precision = !hasPoint ? null
                : CommunePrecisions.Contains(FoldedText.Of(row.Get(Precision) ?? "")) ? CoordinatePrecision.CommuneCentroid : CoordinatePrecision.Address,
            Website = PublishedTexts.WebAddress(row.Get(Website)),
            Email = PublishedTexts.OfficeEmail(row.Get(Email), uai),
            Telephone = PublishedTexts.Landline(row.Get(Telephone)),
        };
    }

    private static OrganisationKind KindOf(ImportRow row) =>
        FoldedText.Of(row.Get(Ministry) ?? "").Contains("agriculture", StringComparison.Ordinal) ? OrganisationKind.LyceeAgricole
        : VocationalNatures.Contains(row.Get(Nature) ?? "") ? OrganisationKind.LyceePro
        : OrganisationKind.Lycee;

    private static OrganisationStatus? StatusOf(string? text) => FoldedText.Of(text ?? "") switch
    {
        "public" => OrganisationStatus.Public,
        "prive" => OrganisationStatus.Private,
        _ => null,
    };
}
