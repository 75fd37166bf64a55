using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace smSys.Providers.Wire;

/// <summary>Reads JSON by the one reader that .NET Framework's partial trust has.</summary>
public static class JsonText
{
    /// <summary>The root value; null when the bytes are no JSON, or deeper or larger than any honest answer.</summary>
    public static WireNode? Read(byte[] utf8)
    {
        int start = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        if (utf8.Length == start || !IsWhole(utf8, start))
        {
            return null;
        }

        var quotas = new XmlDictionaryReaderQuotas
        {
            MaxDepth = WireTree.DeepestNode + 2,
            MaxStringContentLength = utf8.Length,
            MaxArrayLength = utf8.Length,
            MaxBytesPerRead = utf8.Length,
            MaxNameTableCharCount = 64 * 1024,
        };
        return WireTree.Read(() => JsonReaderWriterFactory.CreateJsonReader(utf8, start, utf8.Length - start, Encoding.UTF8, quotas, null));
    }

    /// <summary>
    /// Every bracket is closed, and nothing follows the last. The platform's reader takes an object without its last bracket, and
    /// one behind another, so an answer that was cut off there would pass for a whole one.
    /// </summary>
    internal static bool IsWhole(byte[] utf8, int start)
    {
        int depth = 0;
        bool quoted = false;
        bool closed = false;
        for (int i = start; i < utf8.Length; i++)
        {
            byte c = utf8[i];
            if (closed && c is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return false;
            }

            if (quoted)
            {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            }
            else if (c is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (c is (byte)'}' or (byte)']')
            {
                closed = --depth == 0;
            }
            else
            {
                quoted = c == '"';
            }
        }

        return depth == 0 && !quoted;
    }
}
