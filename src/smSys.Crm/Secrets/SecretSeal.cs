using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace smSys.Crm.Secrets;

/// <summary>
/// Seals a text so that what is stored tells nothing about it and opens only where it was sealed for: AES-256 in CBC mode, then
/// HMAC-SHA256 over everything (encrypt-then-MAC). The same text twice gives different seals. Only classes that exist as managed
/// code in .NET Framework 4.6.2, because the sandbox is partial trust.
/// </summary>
/// <remarks>
/// Form: <c>smsys-seal-1:</c> and base64 of salt (16), initialisation vector (16), ciphertext, tag (32). The keys are made from a
/// constant of this DLL, the organisation's id and the salt; src/decisions.md says what that keeps out and what not.
/// </remarks>
public sealed class SecretSeal
{
    private const string Prefix = "smsys-seal-1:";
    private const int Short = 16;
    private const int Tag = 32;

    // The length of a password is nobody's business either.
    private const int Grain = 64;

    // Not a secret from whoever can read this DLL.
    private static readonly byte[] _constant = Encoding.ASCII.GetBytes("smSys 4f1c6d0b9a7e4c52 seals the passwords of SMS accounts");

    private readonly Guid _organizationId;
    private readonly Func<int, byte[]> _random;

    /// <summary>Seals for one organisation.</summary>
    /// <param name="organizationId">The platform's id of the organisation.</param>
    /// <param name="random">As many unforeseeable bytes as asked for.</param>
    public SecretSeal(Guid organizationId, Func<int, byte[]> random)
    {
        _organizationId = organizationId;
        _random = random;
    }

    /// <summary>True of what <see cref="Close"/> gave; false of a text from before there were seals.</summary>
    public static bool IsSealed(string stored) => stored.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Seals a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="binding">For what; needed in the same form to open it.</param>
    public string Close(string text, string binding)
    {
        var salt = _random(Short);
        using var aes = Cipher(salt, _random(Short));
        using var encryptor = aes.CreateEncryptor();
        var plain = Padded(text);
        var sealing = salt.Concat(aes.IV).Concat(encryptor.TransformFinalBlock(plain, 0, plain.Length)).ToArray();
        return Prefix + Convert.ToBase64String(sealing.Concat(TagOf(sealing, salt, binding)).ToArray());
    }

    /// <summary>Opens a seal; null when it was made for something else or somewhere else, or was changed.</summary>
    public string? Open(string stored, string binding)
    {
        if (Bytes(stored) is not { } bytes || bytes.Length < Short + Short + Short + Tag)
        {
            return null;
        }

        var body = bytes.Take(bytes.Length - Tag).ToArray();
        var salt = body.Take(Short).ToArray();
        if (!AreEqual(TagOf(body, salt, binding), bytes.Skip(body.Length).ToArray()))
        {
            return null;
        }

        using var aes = Cipher(salt, body.Skip(Short).Take(Short).ToArray());
        using var decryptor = aes.CreateDecryptor();
        var plain = decryptor.TransformFinalBlock(body, Short + Short, body.Length - Short - Short);
        return Encoding.UTF8.GetString(plain, 4, BitConverter.ToInt32(plain, 0));
    }

    private AesManaged Cipher(byte[] salt, byte[] vector) =>
        new() { KeySize = 256, Mode = CipherMode.CBC, Padding = PaddingMode.PKCS7, Key = KeyFor("encrypt", salt), IV = vector };

    private byte[] TagOf(byte[] body, byte[] salt, string binding)
    {
        using var hash = new HMACSHA256(KeyFor("authenticate", salt));
        var bound = Encoding.UTF8.GetBytes(binding);
        return hash.ComputeHash(BitConverter.GetBytes(bound.Length).Concat(bound).Concat(body).ToArray());
    }

    private byte[] KeyFor(string use, byte[] salt)
    {
        using var hash = new HMACSHA256(_constant);
        return hash.ComputeHash(Encoding.ASCII.GetBytes(Prefix + use).Concat(_organizationId.ToByteArray()).Concat(salt).ToArray());
    }

    private static byte[] Padded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var padded = new byte[((4 + bytes.Length) / Grain + 1) * Grain];
        BitConverter.GetBytes(bytes.Length).CopyTo(padded, 0);
        bytes.CopyTo(padded, 4);
        return padded;
    }

    private static byte[]? Bytes(string stored)
    {
        try
        {
            return IsSealed(stored) ? Convert.FromBase64String(stored.Substring(Prefix.Length)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Looks at every byte, so that the time it takes does not tell how many are right.
    private static bool AreEqual(byte[] one, byte[] other)
    {
        var difference = one.Length ^ other.Length;
        for (var i = 0; i < one.Length && i < other.Length; i++)
        {
            difference |= one[i] ^ other[i];
        }

        return difference == 0;
    }
}
