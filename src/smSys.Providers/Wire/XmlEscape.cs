using System.Text;
using System.Xml;

namespace smSys.Providers.Wire;

/// <summary>Text as it may stand between two tags.</summary>
internal static class XmlEscape
{
    /// <summary>Appends a text; characters that XML cannot hold are left out.</summary>
    public static void Append(StringBuilder xml, string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                xml.Append(c).Append(value[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                // A bare carriage return would come out of any XML reader as a line feed.
                xml.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\r' => "&#13;", _ => null });
                if (c is not ('&' or '<' or '>' or '"' or '\r'))
                {
                    xml.Append(c);
                }
            }
        }
    }
}
