using System;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Sending;

/// <summary>Spreads retries without a random generator: the message and its attempt are chance enough.</summary>
public static class Chance
{
    /// <summary>From 0 to just under 1, the same for the same attempt.</summary>
    public static double Of(Guid messageId, int attempt) =>
        (MessageReference.Create(messageId, Math.Max(1, attempt)) & 0xFFFF) / 65536.0;
}
