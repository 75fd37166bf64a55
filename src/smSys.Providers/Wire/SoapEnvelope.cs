using System.Collections.Generic;
using System.Text;
using System.Xml;

namespace smSys.Providers.Wire;

/// <summary>Writes a SOAP 1.1 request, document/literal, every child in the operation's namespace.</summary>
public sealed class SoapEnvelope
{
    /// <summary>Content type of SOAP 1.1.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    private readonly StringBuilder _xml = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins the request of an operation.</summary>
    public SoapEnvelope(string operation, string @namespace)
    {
        _xml.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><")
            .Append(operation).Append(" xmlns=\"");
        Escape(@namespace);
        _xml.Append("\">");
        _open.Push(operation);
    }

    /// <summary>An element with a text. Characters that XML cannot hold are left out.</summary>
    public SoapEnvelope Value(string name, string value)
    {
        Open(name);
        Escape(value);
        return Close();
    }

    /// <summary>An element with a truth value.</summary>
    public SoapEnvelope Flag(string name, bool value) => Value(name, value ? "true" : "false");

    /// <summary>An element whose children follow.</summary>
    public SoapEnvelope Open(string name)
    {
        _xml.Append('<').Append(name).Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>The end of an <see cref="Open"/>.</summary>
    public SoapEnvelope Close()
    {
        _xml.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>The whole request, with everything closed.</summary>
    public string Finish()
    {
        while (_open.Count > 0)
        {
            Close();
        }

        return _xml.Append("</soap:Body></soap:Envelope>").ToString();
    }

    private void Escape(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                _xml.Append(c).Append(value[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                // A bare carriage return would come out of any XML reader as a line feed.
                _xml.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\r' => "&#13;", _ => null });
                if (c is not ('&' or '<' or '>' or '"' or '\r'))
                {
                    _xml.Append(c);
                }
            }
        }
    }
}
