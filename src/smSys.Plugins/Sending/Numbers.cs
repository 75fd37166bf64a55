using System;
using smSys.Messaging.Numbers;

namespace smSys.Plugins.Sending;

/// <summary>Reads back what the engine stored.</summary>
public static class Numbers
{
    /// <summary>The recipient of a stored message.</summary>
    /// <exception cref="InvalidOperationException">The column holds no normalised number: somebody wrote past the engine.</exception>
    public static PhoneNumber Recipient(string stored) => PhoneNumberParser.Parse("+" + stored).Number;
}
