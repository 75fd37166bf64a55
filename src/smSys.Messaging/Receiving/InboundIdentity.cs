using System;
using System.Globalization;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Receiving;

/// <summary>What makes an incoming message this one and no other, so that it is counted once, polled or pushed.</summary>
public sealed class InboundIdentity
{
    private InboundIdentity(string key, Guid id, bool isCertain)
    {
        Key = key;
        Id = id;
        IsCertain = isCertain;
    }

    /// <summary>At most 100 characters, for an alternate key.</summary>
    public string Key { get; }

    /// <summary>The id of the row to create, the same from a push, a poll and a poll again: a second create meets a duplicate key.</summary>
    public Guid Id { get; }

    /// <summary>
    /// False when the provider gives neither id nor time: then equal texts may be two messages, and only a redelivery inside
    /// the retry window of a failed acknowledgement is the same one (<see cref="PollingRules.IsRedelivery"/>).
    /// </summary>
    public bool IsCertain { get; }

    /// <summary>The account, however many settings point to it: kind, host and user, without regard to case.</summary>
    public static string AccountKey(string providerKind, string host, string user) =>
        (providerKind + "|" + host + "|" + user).ToLowerInvariant();

    /// <summary>The identity of a message.</summary>
    /// <param name="accountKey">See <see cref="AccountKey"/>.</param>
    /// <param name="message">As the provider tells it.</param>
    /// <param name="sender">The sender in normalised form, or as the provider writes it when it is no phone number.</param>
    /// <param name="line">The line in normalised form.</param>
    /// <param name="arrivedOn">When we saw it, in UTC; used only when the provider gives neither id nor time.</param>
    public static InboundIdentity Of(string accountKey, ReceivedMessage message, string sender, string line, DateTime arrivedOn)
    {
        if (!string.IsNullOrEmpty(message.ProviderMessageId))
        {
            string[] named = [accountKey, message.ProviderMessageId!];
            var numbered = DeterministicId.CreateNumbered(NumberIn(message.ProviderMessageId!), "inbound-id", named);
            return new InboundIdentity(KeyOf("inbound-id", named), numbered, isCertain: true);
        }

        var time = message.Time ?? arrivedOn;
        string[] parts = [accountKey, sender, line, message.Text, time.Ticks.ToString(CultureInfo.InvariantCulture)];
        return new InboundIdentity(KeyOf("inbound-digest", parts), DeterministicId.Create(time, "inbound-digest", parts), message.Time is not null);
    }

    /// <summary>Number, line and text alone: by it a redelivery without id and time is looked up.</summary>
    public static string DigestOf(string accountKey, string sender, string line, string text) =>
        IdHash.Hex(IdHash.Of("inbound-text", accountKey, sender, line, text), 16);

    private static string KeyOf(string purpose, string[] parts) => IdHash.Hex(IdHash.Of([purpose, .. parts]), 16);

    // A provider's id identifies without the time, which a push and a poll tell differently or not at all, and which an option
    // of the setting may read otherwise tomorrow. Providers number their messages: the digits at the end grow as a time does.
    private static long NumberIn(string providerId)
    {
        var start = providerId.Length;
        while (start > 0 && providerId.Length - start < 18 && providerId[start - 1] is >= '0' and <= '9')
        {
            start--;
        }

        return start == providerId.Length ? 0 : long.Parse(providerId.Substring(start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
