using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ProviderSimulators.Hosting;

/// <summary>SOAP 1.1 as the simulated services speak it: faults with HTTP 500, requests known by the first child of the body.</summary>
internal static class SoapService
{
    private const string ContentType = "text/xml; charset=utf-8";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    /// <summary>The first child of the body; null when the text is no envelope.</summary>
    public static XElement? Operation(string envelope)
    {
        try
        {
            XElement? root = XDocument.Parse(envelope).Root;
            return (root?.Element(Soap + "Body") ?? root?.Element(Soap12 + "Body"))?.Elements().FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>ASMX's shape: the content in <c>…Response/…Result</c>, all in the operation's namespace.</summary>
    public static SimulatedReply Result(XElement operation, params object[] content) =>
        Response(operation, new XElement(operation.Name.Namespace + (operation.Name.LocalName + "Result"), content));

    /// <summary>The content in <c>…Response</c>.</summary>
    public static SimulatedReply Response(XElement operation, params object[] content) =>
        Envelope(200, new XElement(operation.Name.Namespace + (operation.Name.LocalName + "Response"), content));

    public static SimulatedReply Fault(string words) => Envelope(500, new XElement(
        Soap + "Fault", new XElement("faultcode", "soap:Server"), new XElement("faultstring", words), new XElement("detail")));

    public static string Value(XElement operation, string name) => operation.Element(operation.Name.Namespace + name)?.Value ?? string.Empty;

    private static SimulatedReply Envelope(int status, XElement inner)
    {
        var envelope = new XElement(Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", Soap.NamespaceName), new XElement(Soap + "Body", inner));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        using (XmlWriter writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false }))
        {
            envelope.WriteTo(writer);
        }

        return new SimulatedReply(status, ContentType, text.ToString());
    }
}
