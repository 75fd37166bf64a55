using System.Security.Cryptography;
using System.Text;

namespace smSys.Server.Callbacks;

/// <summary>
/// The key in a call-back address: whoever knows the address may push, nobody can guess it. It is worked out from the server's
/// secret and the target, so that nothing has to be stored, every setting has its own, and a new secret makes old addresses void.
/// </summary>
public static class CallbackKey
{
    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="secret">At least 16 characters.</param>
    /// <param name="target">What the address is for.</param>
    public static string Of(string secret, CallbackTarget target)
    {
        var named = "smsys call-back|" + target.Purpose + "|" + target.Provider + "|" + target.Row.ToString("N");
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(named)), 0, 16);
    }

    /// <summary>True when the key is one of the target's; takes the same time whatever is wrong with it.</summary>
    /// <param name="secrets">The present secret and the one before; empty ones fit nothing.</param>
    /// <param name="target">What the address is for.</param>
    /// <param name="key">As the stranger gave it.</param>
    public static bool Fits(IReadOnlyList<string> secrets, CallbackTarget target, string key)
    {
        var fits = false;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            fits |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, target)), Encoding.UTF8.GetBytes(key));
        }

        return fits;
    }

    /// <summary>The path to enter at a provider: <c>/push/{process}/{key}</c> or <c>/callback/{provider}/{setting}/{key}</c>.</summary>
    public static string PathOf(string secret, CallbackTarget target) => target.Purpose == CallbackTarget.Bell
        ? "/push/" + target.Row.ToString("D") + "/" + Of(secret, target)
        : "/callback/" + target.Provider + "/" + target.Row.ToString("D") + "/" + Of(secret, target);
}
