using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace smSys.Server.Spooling;

/// <summary>An entry as one line of a file: eight digits of a checksum, a space, JSON. A line that a crash tore fits no checksum.</summary>
internal static class SpoolLine
{
    private const int ChecksumLength = 8;

    // A body that looks like a date stays as it was written.
    private static readonly JsonSerializerSettings _asWritten = new() { DateParseHandling = DateParseHandling.None };

    internal static byte[] Write(SpoolEntry entry)
    {
        var json = JsonConvert.SerializeObject(entry, Formatting.None);
        return Encoding.UTF8.GetBytes(ChecksumOf(json) + " " + json + "\n");
    }

    /// <summary>The entry; null when the line is damaged.</summary>
    internal static SpoolEntry? Read(string line)
    {
        if (line.Length <= ChecksumLength + 1 || line[ChecksumLength] != ' ')
        {
            return null;
        }

        var json = line[(ChecksumLength + 1)..];
        return ChecksumOf(json) == line[..ChecksumLength] ? JsonConvert.DeserializeObject<SpoolEntry>(json, _asWritten) : null;
    }

    private static string ChecksumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)), 0, ChecksumLength / 2);
}
