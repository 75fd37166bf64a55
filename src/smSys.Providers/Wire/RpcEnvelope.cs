using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace smSys.Providers.Wire;

/// <summary>
/// Writes a SOAP 1.1 request in the old style rpc/encoded: parts without namespace, each with its type, arrays with their
/// length. Modern proxies cannot speak it any more.
/// </summary>
public sealed class RpcEnvelope
{
    private readonly StringBuilder _xml = new();
    private readonly string _operation;

    /// <summary>Begins the request of an operation.</summary>
    public RpcEnvelope(string operation, string @namespace)
    {
        _operation = operation;
        _xml.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"")
            .Append(" xmlns:enc=\"http://schemas.xmlsoap.org/soap/encoding/\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"")
            .Append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soap:Body soap:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><m:")
            .Append(operation).Append(" xmlns:m=\"");
        XmlEscape.Append(_xml, @namespace);
        _xml.Append("\">");
    }

    /// <summary>A text part.</summary>
    public RpcEnvelope Text(string name, string value) => Part(name, "string", value);

    /// <summary>A whole number part, given as its digits.</summary>
    public RpcEnvelope Number(string name, string digits) => Part(name, "int", digits);

    /// <summary>An array part of texts.</summary>
    public RpcEnvelope Texts(string name, IReadOnlyCollection<string> values) => Array(name, "string", values);

    /// <summary>An array part of whole numbers, given as their digits.</summary>
    public RpcEnvelope Numbers(string name, IReadOnlyCollection<string> values) => Array(name, "int", values);

    /// <summary>The whole request.</summary>
    public string Finish() => _xml.Append("</m:").Append(_operation).Append("></soap:Body></soap:Envelope>").ToString();

    private RpcEnvelope Array(string name, string type, IReadOnlyCollection<string> values)
    {
        _xml.Append('<').Append(name).Append(" xsi:type=\"enc:Array\" enc:arrayType=\"xsd:").Append(type).Append('[')
            .Append(values.Count.ToString(CultureInfo.InvariantCulture)).Append("]\">");
        foreach (string value in values)
        {
            Part("item", type, value);
        }

        _xml.Append("</").Append(name).Append('>');
        return this;
    }

    private RpcEnvelope Part(string name, string type, string value)
    {
        _xml.Append('<').Append(name).Append(" xsi:type=\"xsd:").Append(type).Append("\">");
        XmlEscape.Append(_xml, value);
        _xml.Append("</").Append(name).Append('>');
        return this;
    }
}
