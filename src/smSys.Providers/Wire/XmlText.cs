using System.IO;
using System.Xml;

namespace smSys.Providers.Wire;

/// <summary>Reads XML with document types forbidden, so that no entity can grow or reach out.</summary>
public static class XmlText
{
    /// <summary>The root element; null when the text is no XML, holds a document type, or exceeds the limits.</summary>
    /// <param name="xml">The whole document.</param>
    /// <param name="withAttributes">Attributes are children too, before the elements, their names with @.</param>
    public static WireNode? Read(string xml, bool withAttributes = false)
    {
        if (HasTooManyAttributes(xml))
        {
            return null;
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        };
        return WireTree.Read(() => XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')), settings), withAttributes);
    }

    /// <summary>
    /// The platform's reader keeps all attributes of an element, whether anybody asks for them or not; so they are counted
    /// before, roughly: equals signs before a quote.
    /// </summary>
    private static bool HasTooManyAttributes(string xml)
    {
        int count = 0;
        for (int at = xml.IndexOf('='); at >= 0 && at + 1 < xml.Length && count <= WireTree.MostNodes; at = xml.IndexOf('=', at + 1))
        {
            count += xml[at + 1] is '"' or '\'' or ' ' or '\n' or '\r' or '\t' ? 1 : 0;
        }

        return count > WireTree.MostNodes;
    }
}
