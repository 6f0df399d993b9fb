using System.Collections.Frozen;
using Maillage.Network;

namespace Maillage.Web.Components.Network;

/// <summary>The letter that stands with the colour of a sector, so that colour never speaks alone.</summary>
public static class SectorMark
{
    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alimentaire-agroalimentaire"] = "A",
        ["chimie-biotechnologies"] = "C",
        ["creation-design-audiovisuel"] = "D",
        ["infrastructures-batiment-eco-construction"] = "B",
        ["materiaux"] = "X",
        ["mobilite-aeronautique-transports"] = "M",
        ["numerique-telecommunications"] = "N",
        ["services-personne-bien-etre"] = "S",
        ["services-entreprises-logistique"] = "L",
        ["systemes-innovants-mecatronique"] = "R",
        ["tourisme-gastronomie"] = "T",
        ["transition-energetique-eco-industrie"] = "E",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Letter(this Sector sector) =>
        Letters.GetValueOrDefault(sector.Code, sector.Name.Fr[..1].ToUpperInvariant());
}
