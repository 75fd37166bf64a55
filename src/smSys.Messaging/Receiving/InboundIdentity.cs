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

    /// <summary>The id of the row to create: a second create meets a duplicate key.</summary>
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
            return Make(true, DateTime.MinValue, "inbound-id", accountKey, message.ProviderMessageId!);
        }

        var time = message.Time ?? arrivedOn;
        return Make(
            message.Time is not null,
            time,
            "inbound-digest",
            accountKey,
            sender,
            line,
            message.Text,
            time.Ticks.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Number, line and text alone: by it a redelivery without id and time is looked up.</summary>
    public static string DigestOf(string accountKey, string sender, string line, string text) =>
        IdHash.Hex(IdHash.Of("inbound-text", accountKey, sender, line, text), 16);

    // A provider's id identifies without the time, which a push and a poll may tell differently or not at all.
    private static InboundIdentity Make(bool isCertain, DateTime time, string purpose, params string[] parts)
    {
        var named = new string[parts.Length + 1];
        named[0] = purpose;
        Array.Copy(parts, 0, named, 1, parts.Length);
        var key = IdHash.Hex(IdHash.Of(named), 16);
        var created = time == DateTime.MinValue ? new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc) : time;
        return new InboundIdentity(key, DeterministicId.Create(created, purpose, parts), isCertain);
    }
}
