using System.Collections.Generic;
using System.Text;

namespace smSys.Providers.Wire;

/// <summary>Writes a SOAP 1.1 request, document/literal.</summary>
public sealed class SoapEnvelope
{
    /// <summary>Content type of SOAP 1.1.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    private readonly StringBuilder _xml = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins the request of an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="qualified">The children are in the namespace too; false: in none.</param>
    public SoapEnvelope(string operation, string @namespace, bool qualified = true)
    {
        string prefix = qualified ? string.Empty : "m:";
        _xml.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><")
            .Append(prefix).Append(operation).Append(qualified ? " xmlns=\"" : " xmlns:m=\"");
        XmlEscape.Append(_xml, @namespace);
        _xml.Append("\">");
        _open.Push(prefix + operation);
    }

    /// <summary>An element with a text. Characters that XML cannot hold are left out.</summary>
    public SoapEnvelope Value(string name, string value)
    {
        Open(name);
        XmlEscape.Append(_xml, value);
        return Close();
    }

    /// <summary>An element with a truth value.</summary>
    public SoapEnvelope Flag(string name, bool value) => Value(name, value ? "true" : "false");

    /// <summary>An element that says of itself that it has no value.</summary>
    public SoapEnvelope Nil(string name)
    {
        _xml.Append('<').Append(name).Append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>");
        return this;
    }

    /// <summary>An element whose children follow.</summary>
    public SoapEnvelope Open(string name)
    {
        _xml.Append('<').Append(name).Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>An element with children of one name, an array as ASMX writes it.</summary>
    public SoapEnvelope Array(string name, string item, IEnumerable<string> values)
    {
        Open(name);
        foreach (string value in values)
        {
            Value(item, value);
        }

        return Close();
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
}
