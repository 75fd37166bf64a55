using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Hosting;

namespace ProviderSimulators.Tooba;

/// <summary>rpc/encoded as PHP speaks it: parts without namespace, arrays of <c>item</c> with their type and length.</summary>
internal static class ToobaSoap
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Encoding = "http://schemas.xmlsoap.org/soap/encoding/";

    public static string Value(XElement operation, string name) => operation.Element(name)?.Value ?? string.Empty;

    public static string[] Values(XElement operation, string name) => [.. operation.Element(name)?.Elements().Select(item => item.Value) ?? []];

    public static SimulatedReply Integers(XElement operation, IEnumerable<string> values) => Array(
        operation, "xsd:int", [.. values.Select(value => new XElement("item", new XAttribute(Xsi + "type", "xsd:int"), value))]);

    public static SimulatedReply Structs(XElement operation, IReadOnlyList<XElement[]> rows) => Array(
        operation, "ns1:struct", [.. rows.Select(row => new XElement("item", row))]);

    private static SimulatedReply Array(XElement operation, string type, XElement[] items) => SoapService.Response(operation, new XElement(
        operation.Name.LocalName + "Result",
        new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsd", "http://www.w3.org/2001/XMLSchema"),
        new XAttribute(XNamespace.Xmlns + "SOAP-ENC", Encoding.NamespaceName),
        new XAttribute(Xsi + "type", "SOAP-ENC:Array"),
        new XAttribute(Encoding + "arrayType", type + "[" + items.Length.ToString(CultureInfo.InvariantCulture) + "]"),
        items));
}
