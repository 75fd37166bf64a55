using System;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.Callbacks;

/// <summary>Reads a push into trees, whatever it is written in: query, form, JSON or XML.</summary>
internal static class CallbackBody
{
    private const int MostPairs = 1_000;

    /// <summary>The body; null when there is none or it cannot be read.</summary>
    public static WireNode? Read(CallbackRequest request)
    {
        string body = request.Body.Trim();
        if (body.Length is 0 or > ProviderTransport.LargestAnswer)
        {
            return null;
        }

        return body[0] switch
        {
            '{' or '[' => JsonText.Read(Encoding.UTF8.GetBytes(body)),
            '<' => XmlText.Read(body),
            _ => Pairs(body),
        };
    }

    /// <summary><c>name=value&amp;name=value</c> as children of one node.</summary>
    public static WireNode Pairs(string text)
    {
        var node = new WireNode("pairs", isNull: false);
        string[] pairs = text.Split(new[] { '&' }, MostPairs + 1);
        for (int i = 0; i < pairs.Length && i < MostPairs; i++)
        {
            int equals = pairs[i].IndexOf('=');
            if (equals > 0)
            {
                node.Add(new WireNode(Decode(pairs[i].Substring(0, equals)), isNull: false) { Text = Decode(pairs[i].Substring(equals + 1)) });
            }
        }

        return node;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
