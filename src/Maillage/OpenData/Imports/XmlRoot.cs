using System.Xml;

namespace Maillage.OpenData.Imports;

/// <summary>The name of the root of an XML file.</summary>
internal static class XmlRoot
{
    /// <summary>Nothing is fetched and no entity expanded, whatever the file asks.</summary>
    public static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true };

    public static string? Of(SourceFile file)
    {
        try
        {
            using var xml = XmlReader.Create(file.Open(), Safe);
            return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
