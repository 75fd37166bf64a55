using System;
using smSys.Crm.Bulk;
using smSys.Crm.Consents;
using smSys.Crm.Messages;
using smSys.Crm.Settings;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Sending;

/// <summary>What a hand-over works with in one execution.</summary>
public sealed class HandOverDoors
{
    /// <summary>The rows of messages.</summary>
    public required MessageStore Messages { get; init; }

    /// <summary>Who wants no messages.</summary>
    public required ConsentBook Consents { get; init; }

    /// <summary>The bulks that messages belong to.</summary>
    public required BulkStore Bulks { get; init; }

    /// <summary>The quiet hours of settings.</summary>
    public required QuietBook Quiet { get; init; }

    /// <summary>The pace of accounts.</summary>
    public required SlotBook Slots { get; init; }

    /// <summary>Which line a message goes out from.</summary>
    public required LineDigits Lines { get; init; }

    /// <summary>Pauses accounts.</summary>
    public required SettingGate Gate { get; init; }

    /// <summary>Writes why a message is not sent.</summary>
    public required Closing Closing { get; init; }

    /// <summary>Of this job.</summary>
    public required FenceToken Token { get; init; }

    /// <summary>UTC.</summary>
    public required Func<DateTime> Clock { get; init; }

    /// <summary>What is left of the tick's time.</summary>
    public required Func<TimeSpan> Remaining { get; init; }
}
