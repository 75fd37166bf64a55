using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Plugins.Sending;

/// <summary>
/// What may share a call at a provider that keeps one reference a call, that of the first message: the reference must never
/// have led another call, or a question about the older one would be answered with the ids of the newer.
/// </summary>
public static class SharedCall
{
    /// <summary>The outcome of a message whose call did not go out.</summary>
    public static SendOutcome NotTried { get; } = SendOutcome.Rejected(new ProviderFault(
        ProviderFaultKind.SlowDown, "not-tried", "Its call was not made, because another message of it was withdrawn or the time was up; it goes with the next."));

    /// <summary>
    /// The messages of one call, of those that may be sent: all that have no reference yet; a message that goes out again with
    /// the reference of an earlier attempt goes alone.
    /// </summary>
    public static List<SmsRow> Of(List<SmsRow> messages) =>
        messages.Count > 0 && !IsFresh(messages[0]) ? messages.Take(1).ToList() : messages.Where(IsFresh).ToList();

    /// <summary>The place of each message in the call that they make together.</summary>
    public static CallPlace?[] Places(List<SmsRow> messages) => messages
        .Select((_, i) => new CallPlace(Announcement.ReferenceOf(messages[0]), i, messages.Count))
        .ToArray();

    private static bool IsFresh(SmsRow message) => string.IsNullOrEmpty(message.ReferenceColumn);
}
