using System;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Receiving;

/// <summary>From where to read incoming messages, and what to do with old ones.</summary>
public static class PollingRules
{
    /// <summary>Read again where reading marks as read, and too old to act on beyond it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>A provider's clock and ours may differ by a time zone, which makes its window so much longer.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromHours(12);

    /// <summary>An interval under this is a promise that nobody keeps.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(30);

    /// <summary>So long after a push whose acknowledgement failed an equal one is the same message.</summary>
    public static readonly TimeSpan RedeliveryWindow = TimeSpan.FromMinutes(10);

    /// <summary>What to ask a line for.</summary>
    /// <param name="line">Digits only.</param>
    /// <param name="cursor">What the last page gave; null at the beginning.</param>
    /// <param name="lastReadOn">When the last page was stored; null at the beginning.</param>
    /// <param name="settingCreatedOn">A new setting's cursor starts there.</param>
    /// <param name="marksAsRead">Reading marks as read at the provider.</param>
    /// <param name="now">In UTC.</param>
    public static ReceiveRequest Next(string line, string? cursor, DateTime? lastReadOn, DateTime settingCreatedOn, bool marksAsRead, DateTime now)
    {
        var since = lastReadOn ?? settingCreatedOn;
        if (marksAsRead && now - Window < since)
        {
            // What was marked and then lost is read again, whatever the cursor says; but nothing from before the setting.
            since = now - Window > settingCreatedOn ? now - Window : settingCreatedOn;
        }

        return new ReceiveRequest(line, cursor, since, now);
    }

    /// <summary>False for what is filed only: from before the setting, or older than the window.</summary>
    public static bool IsActedOn(DateTime? messageTime, DateTime settingCreatedOn, DateTime now) =>
        messageTime is not { } time || (time >= settingCreatedOn && now - time <= Window);

    /// <summary>When to read next: at once when there is more, else after the interval.</summary>
    public static DateTime NextRun(DateTime now, TimeSpan interval, bool hasMore) =>
        hasMore ? now : now + (interval < ShortestInterval ? ShortestInterval : interval);

    /// <summary>True when a push without id and time is the one that came before with the same digest.</summary>
    /// <param name="earlierOn">When the earlier one came; null when there is none.</param>
    /// <param name="wasAcknowledged">The provider got our acknowledgement of it.</param>
    /// <param name="now">In UTC.</param>
    public static bool IsRedelivery(DateTime? earlierOn, bool wasAcknowledged, DateTime now) =>
        earlierOn is { } earlier && !wasAcknowledged && now - earlier <= RedeliveryWindow;

    /// <summary>False while the provider may read it out again: a deleted row would come back.</summary>
    public static bool MayDelete(DateTime receivedOn, DateTime now) => now - receivedOn > Window + ClockMargin;
}
