using System.Security.Cryptography;
using System.Text;

namespace SolutionTool.Registering;

/// <summary>Ids made from names, so that registering the same code again gives the same ids.</summary>
public static class StableId
{
    public static Guid Of(params string[] names)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("SolutionTool/" + string.Join('/', names))).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
