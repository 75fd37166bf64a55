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
        if (utf8.Length == start)
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
}
