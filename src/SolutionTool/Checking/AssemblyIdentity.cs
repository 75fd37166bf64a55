using System.Reflection.Metadata;
using System.Security.Cryptography;

namespace SolutionTool.Checking;

/// <summary>The four-part identity of a .NET assembly, as Dynamics writes it.</summary>
public static class AssemblyIdentity
{
    /// <summary>"Name, Version=…, Culture=…, PublicKeyToken=…"</summary>
    public static string FullName(MetadataReader reader)
    {
        var definition = reader.GetAssemblyDefinition();
        var culture = reader.GetString(definition.Culture);
        var token = Token(reader.GetBlobBytes(definition.PublicKey));
        return $"{reader.GetString(definition.Name)}, Version={definition.Version}, Culture={(culture.Length == 0 ? "neutral" : culture)}, PublicKeyToken={token}";
    }

    private static string Token(byte[] publicKey)
    {
        if (publicKey.Length == 0)
        {
            return "null";
        }

#pragma warning disable CA5350 // A public key token is defined as the last eight bytes of the SHA-1 of the key, reversed.
        var hash = SHA1.HashData(publicKey);
#pragma warning restore CA5350
        return Convert.ToHexStringLower(hash.AsSpan(hash.Length - 8).ToArray().Reverse().ToArray());
    }
}
