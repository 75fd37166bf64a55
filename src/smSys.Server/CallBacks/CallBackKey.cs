using System.Security.Cryptography;
using System.Text;

namespace smSys.Server.CallBacks;

/// <summary>
/// The key in a call-back address: whoever knows the address may ring, nobody can guess it. It is worked out from the server's
/// secret and the process, so nothing has to be stored, and a new secret makes all old addresses void.
/// </summary>
public static class CallBackKey
{
    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(string secret, Guid processId)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("call-back " + processId.ToString("N")));
        return Convert.ToHexStringLower(hash, 0, 16);
    }

    /// <summary>True when the key is that of the process; takes the same time whatever is wrong with it.</summary>
    public static bool Fits(string secret, Guid processId, string key) =>
        secret.Length > 0
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, processId)), Encoding.UTF8.GetBytes(key));
}
