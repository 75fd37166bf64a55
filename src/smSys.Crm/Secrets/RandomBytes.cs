using System.Security.Cryptography;

namespace smSys.Crm.Secrets;

/// <summary>The one door that chance for sealing comes through.</summary>
public static class RandomBytes
{
    /// <summary>Bytes that nobody can foretell, from the operating system.</summary>
    public static byte[] Take(int count)
    {
        var bytes = new byte[count];
        using var source = RandomNumberGenerator.Create();
        source.GetBytes(bytes);
        return bytes;
    }
}
