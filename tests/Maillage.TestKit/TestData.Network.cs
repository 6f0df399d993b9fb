using Maillage.Network;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Network.Territories;
using Maillage.Shared;

namespace Maillage.TestKit;

public sealed partial class TestData
{
    public const string SectorCode = "tourisme-gastronomie";
    public const string OtherSectorCode = "mobilite-aeronautique-transports";

    public static readonly Provenance Provenance = new("Rectorat de Nantes", PartialDate.Parse("2019-03-20"), Confidence.A);

    /// <summary>Two sectors, four regions and their académies, Caen and Rouen included: what campuses refer to.</summary>
    public static IReadOnlyList<object> Territories() =>
    [
        Sector(SectorCode, "Tourisme, gastronomie"),
        Sector(OtherSectorCode, "Mobilité, aéronautique, transports"),
        Region("28", "Normandie"),
        Region("52", "Pays de la Loire"),
        Region("53", "Bretagne"),
        Region("93", "Provence-Alpes-Côte d'Azur"),
        Academie("17", "Nantes", "52", ["44", "49", "53", "72", "85"]),
        Academie("14", "Rennes", "53", ["22", "29", "35", "56"]),
        Academie("02", "Aix-Marseille", "93", ["04", "05", "13", "84"]),
        Academie("23", "Nice", "93", ["06", "83"]),
        Academie("70", "Normandie", "28", ["14", "27", "50", "61", "76"]),
        Academie("05", "Caen", "28", ["14", "50", "61"], isCurrent: false),
        Academie("21", "Rouen", "28", ["27", "76"], isCurrent: false),
    ];

    public static Sector Sector(string code, string name) =>
        new() { Code = code, Name = new LocalizedText(name), Provenance = Provenance };

    public static AcademicRegion Region(string code, string name) => new()
    {
        Code = code,
        Slug = Slug.From(name),
        Name = name,
        Kind = AcademicRegionKind.AcademicRegion,
        Provenance = Provenance,
    };

    public static Academie Academie(string code, string name, string regionCode, List<string> departments, bool isCurrent = true) => new()
    {
        Code = code,
        Name = name,
        RegionCode = regionCode,
        Departments = departments,
        IsCurrent = isCurrent,
        Provenance = Provenance,
    };

    /// <summary>A campus of Pays de la Loire, labelled by its source, without a dated decision.</summary>
    public Campus Campus(Action<CampusBuilder>? differences = null)
    {
        var builder = new CampusBuilder(NextNumber());
        differences?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>A public lycée professionnel.</summary>
    public Organisation Organisation(Action<OrganisationBuilder>? differences = null)
    {
        var builder = new OrganisationBuilder(NextNumber());
        differences?.Invoke(builder);
        return builder.Build();
    }

    public static Membership Membership(Campus campus, Organisation organisation, MembershipRole role = MembershipRole.Member) => new()
    {
        CampusId = campus.CampusId,
        OrganisationId = organisation.OrganisationId,
        Role = role,
        Basis = MembershipBasis.Source,
        Provenance = Provenance,
    };

    /// <summary>A national campus label from a date as its source writes it (<c>2018</c>, <c>2018-2019</c>, <c>2018-09-20</c>).</summary>
    public static LabelPeriod Label(
        string start,
        int? years = null,
        LabelCategory category = LabelCategory.Campus,
        LabelScheme scheme = LabelScheme.National,
        DateOnly? statedEnd = null) => new()
        {
            Scheme = scheme,
            Category = category,
            Start = PartialDate.Parse(start),
            DurationYears = years,
            StatedEnd = statedEnd,
            Basis = LabelBasis.Stated,
            Provenance = Provenance,
        };
}
