using System.Xml;
using System.Xml.Linq;

namespace SolutionTool.Layout;

/// <summary>Marks the root element of what was read from one file, so that a problem deep inside can name file and line.</summary>
public sealed record SourceFile(string Path)
{
    /// <summary>"file(line)" of a node that was read from a file; the element's name where it never came from one.</summary>
    public static string Of(XObject node)
    {
        for (var element = node as XElement ?? node.Parent; element is not null; element = element.Parent)
        {
            if (element.Annotation<SourceFile>() is { } source)
            {
                var line = ((IXmlLineInfo)node).LineNumber;
                return line > 0 ? $"{source.Path}({line})" : source.Path;
            }
        }

        return node is XElement named ? named.Name.LocalName : "customizations.xml";
    }
}
