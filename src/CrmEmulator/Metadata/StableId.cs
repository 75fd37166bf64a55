using System.Security.Cryptography;
using System.Text;

namespace CrmEmulator.Metadata;

/// <summary>Ids for rows the platform makes by itself: the same name gives the same id in every organisation.</summary>
internal static class StableId
{
    public static Guid Of(string kind, string name)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(kind + "|" + name));
        digest[7] = (byte)((digest[7] & 0x0F) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest.AsSpan(0, 16));
    }
}
