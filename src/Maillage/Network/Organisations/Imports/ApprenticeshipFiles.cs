using Maillage.Network.Campuses;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Maillage.Shared;

namespace Maillage.Network.Organisations.Imports;

/// <summary>The bodies that train apprentices: those of the national catalogue, and the directory that pairs UAI and SIRET.</summary>
internal static class ApprenticeshipFiles
{
    public const string BodiesName = "apprenticeship/bodies";
    public const string PairsName = "apprenticeship/uai-siret";

    private const int AnyLength = 400;
    private const int ShortestBrand = 4;

    private static readonly Column<Siret> SiretCode = Columns.RequiredSiret("siret");
    private static readonly Column<string?> UaiCode = Columns.OptionalText("uai", AnyLength);
    private static readonly Column<string?> Brand = Columns.OptionalText("enseigne", AnyLength);

    private static readonly Column<string> BodyCompany = Columns.Text("entreprise_raison_sociale", AnyLength);
    private static readonly Column<string?> Number = Columns.OptionalText("numero_voie", AnyLength);
    private static readonly Column<string?> StreetType = Columns.OptionalText("type_voie", AnyLength);
    private static readonly Column<string?> Street = Columns.OptionalText("nom_voie", AnyLength);
    private static readonly Column<string?> Postcode = Columns.OptionalText("code_postal", AnyLength);
    private static readonly Column<string?> Locality = Columns.OptionalText("localite", Organisation.CommuneMaxLength);
    private static readonly Column<string?> CommuneCode = Columns.OptionalText("code_insee_localite", AnyLength);
    private static readonly Column<string?> Place = Columns.OptionalText("geo_coordonnees", AnyLength);
    private static readonly Column<string?> IsClosed = Columns.OptionalText("ferme", AnyLength);
    private static readonly Column<string?> OnisepName = Columns.OptionalText("onisep_nom", AnyLength).MayBeAbsent();

    private static readonly Column<string> PairCompany = Columns.Text("raison_sociale", AnyLength);
    private static readonly Column<string?> Nature = Columns.OptionalText("nature", AnyLength);
    private static readonly Column<string?> PairCommune = Columns.OptionalText("commune", Organisation.CommuneMaxLength);
    private static readonly Column<string?> PairAddress = Columns.OptionalText("adresse", AnyLength);

    public static readonly DataSet Bodies = new(BodiesName, "Carif-Oref, catalogue de l’apprentissage", "Licence Ouverte 2.0")
    {
        Page = new Uri("https://catalogue-apprentissage.intercariforef.org/"),
        Columns =
            [SiretCode, UaiCode, BodyCompany, Brand, Number, StreetType, Street, Postcode, Locality, CommuneCode, Place, IsClosed, OnisepName],
        Fills = [Fill.With(Body)],
        After = MergeOrganisations.AfterImportAsync,
    };

    public static readonly DataSet Pairs = new(PairsName, "Référentiel UAI-SIRET des organismes de formation par apprentissage", "Licence Ouverte 2.0")
    {
        Page = new Uri("https://referentiel.apprentissage.onisep.fr/"),
        Columns = [SiretCode, UaiCode, PairCompany, Brand, Nature, PairCommune, PairAddress],
        Fills = [Fill.With(Pair)],
        After = MergeOrganisations.AfterImportAsync,
    };

    private static PublishedOrganisation? Body(ImportRow row)
    {
        if (row.Get(IsClosed) == "true")
        {
            return null;
        }

        var name = NameOf(row.Get(OnisepName), row.Get(BodyCompany), row.Get(Brand));
        var point = PublishedTexts.Point(row.Get(Place));
        return new PublishedOrganisation
        {
            DataSet = row.DataSet,
            Key = row.Get(SiretCode).Value,
            Name = name,
            Kind = KindOf(name),
            Uai = PublishedTexts.FirstUai(row.Get(UaiCode)),
            Siret = row.Get(SiretCode),
            Address = PublishedTexts.Short(string.Join(' ', Told(row.Get(Number), row.Get(StreetType), row.Get(Street))), Organisation.AddressMaxLength),
            Postcode = PublishedTexts.Postcode(row.Get(Postcode)),
            CommuneCode = PublishedTexts.Commune(row.Get(CommuneCode)),
            Commune = row.Get(Locality),
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            Precision = point is null ? null : CoordinatePrecision.Address,
        };
    }

    private static PublishedOrganisation Pair(ImportRow row)
    {
        var name = NameOf(null, row.Get(PairCompany), row.Get(Brand));
        var (street, postcode) = Split(row.Get(PairAddress) ?? "");
        return new PublishedOrganisation
        {
            DataSet = row.DataSet,
            Key = row.Get(SiretCode).Value,
            Name = name,
            Kind = KindOf(name),
            Uai = PublishedTexts.FirstUai(row.Get(UaiCode)),
            Siret = row.Get(SiretCode),
            Address = PublishedTexts.Short(street, Organisation.AddressMaxLength),
            Postcode = postcode,
            Commune = row.Get(PairCommune),
        };
    }

    /// <summary>The name by which families know it, else that of the company and the one over its door.</summary>
    private static string NameOf(string? known, string company, string? brand)
    {
        var full = known ?? (brand is { Length: >= ShortestBrand } && !company.Contains(brand, StringComparison.OrdinalIgnoreCase) ? $"{company} – {brand}" : company);
        return full.Length <= Organisation.NameMaxLength ? full : full[..Organisation.NameMaxLength].TrimEnd();
    }

    private static OrganisationKind KindOf(string name)
    {
        var words = FoldedText.Of(name).Split([' ', '-', '\'', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        bool Has(string word) => words.Contains(word, StringComparer.Ordinal);
        return Has("greta") ? OrganisationKind.Greta
            : Has("iut") ? OrganisationKind.Iut
            : Has("cfa") ? OrganisationKind.Cfa
            : Has("lycee") && (Has("agricole") || Has("horticole") || Has("viticole")) ? OrganisationKind.LyceeAgricole
            : Has("lycee") && (Has("professionnel") || Has("pro")) ? OrganisationKind.LyceePro
            : Has("lycee") ? OrganisationKind.Lycee
            : Has("universite") ? OrganisationKind.University
            : OrganisationKind.Cfa;
    }

    /// <summary>The street and the postcode of an address on one line, <c>7 RUE VILLENEUVE 01000 BOURG-EN-BRESSE</c>.</summary>
    private static (string Street, string? Postcode) Split(string address)
    {
        var words = address.Split(' ');
        var place = Array.FindLastIndex(words, word => PublishedTexts.Postcode(word) is not null);
        return place < 0 ? (address, null) : (string.Join(' ', words[..place]), words[place]);
    }

    private static IEnumerable<string> Told(params IEnumerable<string?> parts) => parts.OfType<string>();
}
