using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Maillage.OpenData.Imports;

namespace Maillage.Catalogue.Onisep;

/// <summary>The sheets of Onisep as flat records: their texts without markup, and their lists one item a line.</summary>
internal static partial class OnisepXml
{
    public const char Between = '\n';

    private const int MostMilliseconds = 1_000;

    public static IEnumerable<IReadOnlyDictionary<string, string>> Trainings(Stream stream) => Elements(stream, "formation").Select(sheet => Record(
        ("identifiant", Value(sheet, "identifiant")),
        ("code_scolarite", Value(sheet, "code_scolarite")),
        ("libelle_complet", Value(sheet, "libelle_complet")),
        ("duree_formation", Value(sheet, "duree_formation")),
        ("descriptif_format_court", Paragraphs(sheet, "descriptif_format_court")),
        ("descriptif_acces", Paragraphs(sheet, "descriptif_acces")),
        ("descriptif_poursuite_etudes", Paragraphs(sheet, "descriptif_poursuite_etudes")),
        ("attendus", Paragraphs(sheet, "attendus")),
        ("url", Value(sheet, "url")),
        ("poursuites_etudes", Lines(sheet.Element("poursuites_etudes")?.Descendants("formation_poursuite_Etudes"))),
        ("metiers_formation", Lines(sheet.Element("metiers_formation")?.Elements("metier").Elements("id")))));

    public static IEnumerable<IReadOnlyDictionary<string, string>> Occupations(Stream stream) => Elements(stream, "metier").Select(sheet => Record(
        ("identifiant", Value(sheet, "identifiant")),
        ("nom_metier", Value(sheet, "nom_metier")),
        ("romesV3", Lines(sheet.Element("romesV3")?.Elements("romeV3"))),
        ("accroche_metier", Paragraphs(sheet, "accroche_metier")),
        ("nature_travail", Paragraphs(sheet, "nature_travail")),
        ("condition_travail", Paragraphs(sheet, "condition_travail")),
        ("competences", Paragraphs(sheet, "competences")),
        ("acces_metier", Paragraphs(sheet, "acces_metier")),
        ("vie_professionnelle", Paragraphs(sheet, "vie_professionnelle"))));

    /// <summary>The children of the root that bear the name, one at a time: the files are larger than they look.</summary>
    private static IEnumerable<XElement> Elements(Stream stream, string name)
    {
        using var reader = XmlReader.Create(stream, XmlRoot.Safe);
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1 } && reader.LocalName == name)
            {
                yield return (XElement)XNode.ReadFrom(reader);
            }
            else
            {
                reader.Read();
            }
        }
    }

    private static Dictionary<string, string> Record(params (string Name, string Value)[] cells) =>
        cells.ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal);

    private static string Value(XElement sheet, string name) => Spaces().Replace(sheet.Element(name)?.Value ?? "", " ").Trim();

    private static string Lines(IEnumerable<XElement>? elements) =>
        string.Join(Between, (elements ?? []).Select(element => Spaces().Replace(element.Value, " ").Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>Text that is markup inside text: each block is a paragraph.</summary>
    private static string Paragraphs(XElement sheet, string name)
    {
        var text = Tag().Replace(BlockEnd().Replace(sheet.Element(name)?.Value ?? "", "\u2029"), "");
        return string.Join(Between, text.Split('\u2029').Select(part => Spaces().Replace(WebUtility.HtmlDecode(part), " ").Trim()).Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"</(p|h\d|li|ul|ol|div)>|<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Tag();

    // Punctuation lost in a change of encoding comes out as control characters.
    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Spaces();
}
