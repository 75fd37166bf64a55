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
}
