using System;
using System.Collections.Generic;
using System.Text;
using System.Xml;

namespace smSys.Providers.Wire;

/// <summary>Builds <see cref="WireNode"/> trees from a reader, within limits of depth and count.</summary>
internal static class WireTree
{
    public const int DeepestNode = 32;
    public const int MostNodes = 20_000;

    /// <summary>Characters of one value: an answer inside an answer is long, but not endless.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>Null when the text is not well formed or exceeds the limits.</summary>
    public static WireNode? Read(Func<XmlReader> open, bool withAttributes = false)
    {
        try
        {
            using XmlReader reader = open();
            return Build(reader, withAttributes);
        }
        catch (Exception error) when (error is XmlException or FormatException or ArgumentException or InvalidOperationException
            or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            // The platform's JSON reader answers hostile text with several kinds of exceptions; they all mean "not readable".
            return null;
        }
    }

    private static WireNode? Build(XmlReader reader, bool withAttributes)
    {
        var open = new Stack<WireNode>();
        var texts = new Stack<StringBuilder>();
        WireNode? root = null;
        int count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MostNodes || open.Count >= DeepestNode)
                    {
                        return null;
                    }

                    WireNode node = NodeAt(reader);
                    if (open.Count > 0)
                    {
                        open.Peek().Add(node);
                    }

                    root ??= node;
                    bool isEmpty = reader.IsEmptyElement;
                    count += withAttributes ? AddAttributes(reader, node) : 0;
                    if (!isEmpty)
                    {
                        open.Push(node);
                        texts.Push(new StringBuilder());
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    string text = reader.Value;
                    if (texts.Peek().Length + text.Length > LongestText)
                    {
                        return null;
                    }

                    texts.Peek().Append(text);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop().Text = texts.Pop().ToString();
                    break;
            }
        }

        return open.Count == 0 ? root : null;
    }

    private static WireNode NodeAt(XmlReader reader)
    {
        // A JSON name that is no XML name comes as <a:item item="the name">.
        string name = reader.LocalName == "item" && reader.GetAttribute("item") is string real ? real : reader.LocalName;
        bool isNull = reader.GetAttribute("type") == "null"
            || reader.GetAttribute("nil", "http://www.w3.org/2001/XMLSchema-instance") is "true" or "1";
        return new WireNode(name, isNull);
    }

    private static int AddAttributes(XmlReader reader, WireNode node)
    {
        while (node.Children.Count <= MostNodes && reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                node.Add(new WireNode("@" + reader.LocalName, isNull: false) { Text = reader.Value });
            }
        }

        return node.Children.Count;
    }
}
