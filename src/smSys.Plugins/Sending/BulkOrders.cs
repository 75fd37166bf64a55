using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Sending;

/// <summary>What the bulks of a group of messages say about them; one query, and none where no message is a bulk's.</summary>
public sealed class BulkOrders
{
    private readonly Dictionary<Guid, SmsBulkRow> _bulks;

    /// <summary>Asks how the bulks of these messages stand.</summary>
    public BulkOrders(BulkStore bulks, IReadOnlyList<SmsRow> messages)
    {
        var ids = messages.Where(message => message.BulkId is not null).Select(message => message.BulkId!.Id).Distinct().ToArray();
        _bulks = bulks.ReadStates(ids).ToDictionary(bulk => bulk.Id);
    }

    /// <summary>About one of the messages.</summary>
    public BulkOrder Of(SmsRow message)
    {
        if (message.BulkId is not { } id || !_bulks.TryGetValue(id.Id, out var bulk))
        {
            return BulkOrder.None;
        }

        return BulkStateCodes.Read(bulk) switch
        {
            BulkState.Paused when bulk.FinishedOn is null => BulkOrder.Wait,
            BulkState.Cancelled when !IsDecided(message, bulk) => BulkOrder.CallOff,
            _ => BulkOrder.None,
        };
    }

    // Queued after the bulk had come to its end: what people do to single messages then is their decision.
    private static bool IsDecided(SmsRow message, SmsBulkRow bulk) => message.QueuedOn >= bulk.FinishedOn;
}
