using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SolutionTool.Layout;

/// <summary>
/// The one way XML is read and written here. Reading drops insignificant white space and remembers lines; writing indents by
/// two spaces, ends lines with LF, keeps line breaks inside values as entities and always gives the same bytes.
/// </summary>
public static class SolutionXml
{
    public static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Parses into an element without a document; throws <see cref="XmlException"/> with the line of the fault. DTDs are refused.</summary>
    public static XElement Parse(Stream stream, string path)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { IgnoreWhitespace = true, DtdProcessing = DtdProcessing.Prohibit });
        var root = XElement.Load(reader, LoadOptions.SetLineInfo);
        root.AddAnnotation(new SourceFile(path));
        return root;
    }

    /// <summary>The bytes of a document: UTF-8 without mark, declaration first, LF at the end.</summary>
    public static byte[] Write(XElement root)
    {
        using var memory = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = Utf8,
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
        };
        using (var writer = XmlWriter.Create(memory, settings))
        {
            writer.WriteStartDocument();
            root.WriteTo(writer);
        }

        memory.WriteByte((byte)'\n');
        return memory.ToArray();
    }

    /// <summary>Declares xsi on the root, and only there.</summary>
    public static void DeclareXsiOnce(XElement root)
    {
        root.Descendants().Attributes(XNamespace.Xmlns + "xsi").Where(a => a.Value == Xsi.NamespaceName).ToList().ForEach(a => a.Remove());
        root.Attribute(XNamespace.Xmlns + "xsi")?.Remove();
        root.Add(new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName));
    }

    /// <summary>Takes the element out of its document, with its lines and its <see cref="SourceFile"/>.</summary>
    public static XElement Detach(XElement element)
    {
        if (element.Annotation<SourceFile>() is null && element.AncestorsAndSelf().Select(a => a.Annotation<SourceFile>()).FirstOrDefault(s => s is not null) is { } source)
        {
            element.AddAnnotation(source);
        }

        element.Remove();
        return element;
    }
}
