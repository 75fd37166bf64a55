using System;
using System.Security.Cryptography;
using System.Text;

namespace smSys.Messaging.Messages;

/// <summary>Feeds values to SHA-256 in one fixed form, so that ids and references are the same on every machine and runtime.</summary>
internal static class IdHash
{
    /// <summary>SHA-256 of the UTF-8 text; parts are joined by U+001F, which stands in no id, number or key.</summary>
    internal static byte[] Of(params string[] parts)
    {
        using var sha = SHA256.Create();
        return sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\u001F", parts)));
    }

    internal static string Text(Guid id) => id.ToString("N");

    internal static string Hex(byte[] bytes, int count)
    {
        var text = new StringBuilder(count * 2);
        for (var i = 0; i < count; i++)
        {
            text.Append("0123456789abcdef"[bytes[i] >> 4]).Append("0123456789abcdef"[bytes[i] & 15]);
        }

        return text.ToString();
    }
}
