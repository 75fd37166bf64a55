using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Reads the JSON of a definition by the one reader that .NET Framework's partial trust has.</summary>
internal static class DefinitionText
{
    /// <summary>As much as the column of SMS Setting holds.</summary>
    private const int Longest = 100_000;

    private const int Deepest = 24;

    /// <summary>The whole definition; null when it is no JSON object, which is then among the problems.</summary>
    public static DefinitionNode? Read(string json, DefinitionProblems problems)
    {
        if (json.Length > Longest)
        {
            problems.Add(string.Empty, "it is longer than " + Longest + " characters.");
            return null;
        }

        DefinitionNode? last = null;
        try
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(json.Trim('\uFEFF', ' ', '\r', '\n', '\t'));
            var quotas = new XmlDictionaryReaderQuotas { MaxDepth = Deepest, MaxStringContentLength = Longest, MaxArrayLength = Longest, MaxBytesPerRead = utf8.Length + 1 };
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(utf8, 0, utf8.Length, Encoding.UTF8, quotas, null);
            DefinitionNode? root = Build(reader, problems, ref last);
            if (root is { Kind: DefinitionKind.Object } && JsonText.IsWhole(utf8, 0))
            {
                return root;
            }

            problems.Add(string.Empty, "it has to be one JSON object, from { to }, with every bracket closed.");
        }
        catch (Exception error) when (error is XmlException or FormatException or ArgumentException or InvalidOperationException
            or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            string place = last is null || last.Path.Length == 0 ? "at the beginning" : "at or behind " + last.Path;
            problems.Add(string.Empty, "the JSON is broken " + place + "; look for a missing quote, comma or bracket there.");
        }

        return null;
    }

    private static DefinitionNode? Build(XmlDictionaryReader reader, DefinitionProblems problems, ref DefinitionNode? last)
    {
        var open = new Stack<DefinitionNode>();
        DefinitionNode? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    DefinitionNode node = NodeAt(reader, open.Count == 0 ? null : open.Peek(), problems);
                    root ??= node;
                    last = node;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(node);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    open.Peek().Text += reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return root;
    }

    private static DefinitionNode NodeAt(XmlDictionaryReader reader, DefinitionNode? parent, DefinitionProblems problems)
    {
        // A JSON name that is no XML name comes as <a:item item="the name">.
        string name = reader.LocalName == "item" && reader.GetAttribute("item") is string real ? real : reader.LocalName;
        DefinitionKind kind = reader.GetAttribute("type") switch
        {
            "object" => DefinitionKind.Object,
            "array" => DefinitionKind.Array,
            "number" => DefinitionKind.Number,
            "boolean" => DefinitionKind.Truth,
            "null" => DefinitionKind.Null,
            _ => DefinitionKind.Text,
        };
        string path = parent is null ? string.Empty
            : parent.Kind == DefinitionKind.Array ? parent.Path + "[" + parent.Children.Count.ToString(CultureInfo.InvariantCulture) + "]"
            : parent.Path.Length == 0 ? name : parent.Path + "." + name;
        var node = new DefinitionNode(name, path, kind);
        if (parent is { Kind: DefinitionKind.Object } && parent[name] is not null)
        {
            problems.Add(path, "this field stands twice; keep one.");
        }

        parent?.Add(node);
        return node;
    }
}
