using System;
using System.Collections.Generic;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Delivery;

/// <summary>What a receipt means for a message: its rank decides, not the order in which receipts arrive.</summary>
public static class DeliveryRules
{
    /// <summary>So long a receipt waits for the settle that brings the id it belongs to; then it counts as orphan.</summary>
    public static readonly TimeSpan ReceiptWait = TimeSpan.FromHours(24);

    /// <summary>Judges a receipt that was matched to a message.</summary>
    /// <param name="current">Where the message stands.</param>
    /// <param name="receipt">What the provider says of it.</param>
    /// <param name="isCurrentAttempt">False when the receipt belongs to an attempt that a later one has superseded.</param>
    public static DeliveryVerdict Judge(MessageState current, DeliveryStateKind receipt, bool isCurrentAttempt = true)
    {
        if (!isCurrentAttempt)
        {
            return receipt == DeliveryStateKind.Delivered ? OfSuperseded(current) : DeliveryVerdict.Nothing;
        }

        var target = TargetOf(receipt);
        if (target is null || target == current || !Outranks(target.Value, current))
        {
            return DeliveryVerdict.Nothing;
        }

        return StateRules.Allows(current, target.Value, Movers.Engine)
            ? new DeliveryVerdict(DeliveryVerdictKind.Move, target)
            : DeliveryVerdict.Nothing;
    }

    /// <summary>
    /// Judges the settling of an attempt against a row that a receipt may have moved in the meantime: past Sending, the settle
    /// adds the provider's id and leaves the state.
    /// </summary>
    /// <param name="current">Where the row stands now.</param>
    /// <param name="outcome">The state that the answer to the hand-over gives.</param>
    public static DeliveryVerdict Settle(MessageState current, MessageState outcome) =>
        current == MessageState.Sending && outcome != MessageState.Sending && StateRules.Allows(current, outcome, Movers.Engine)
            ? new DeliveryVerdict(DeliveryVerdictKind.Move, outcome)
            : new DeliveryVerdict(DeliveryVerdictKind.AddIdOnly, null);

    /// <summary>
    /// The state of a message in several parts that have receipts of their own: delivered when all are; lost as soon as one
    /// is lost for good; otherwise the least advanced.
    /// </summary>
    /// <param name="parts">The receipts that came, at most one a part.</param>
    /// <param name="expected">How many parts there are; a part without a receipt is on its way.</param>
    public static DeliveryStateKind Combine(IReadOnlyCollection<DeliveryStateKind> parts, int expected)
    {
        var delivered = 0;
        var combined = DeliveryStateKind.Unknown;
        foreach (var part in parts)
        {
            delivered += part == DeliveryStateKind.Delivered ? 1 : 0;
            combined = part != DeliveryStateKind.Delivered && Weight(part) > Weight(combined) ? part : combined;
        }

        if (delivered >= expected && delivered == parts.Count && delivered > 0)
        {
            return DeliveryStateKind.Delivered;
        }

        return combined == DeliveryStateKind.Unknown && delivered > 0 ? DeliveryStateKind.SentToOperator : combined;
    }

    /// <summary>True when a message that is with telecom is final by having no receipt for so long.</summary>
    public static bool HasLostItsReceipt(MessageState current, DateTime sentOn, DateTime now, TimeSpan validity) =>
        current == MessageState.Sent && now - sentOn >= validity;

    /// <summary>True when a receipt that matches nothing need not be kept any longer.</summary>
    public static bool IsOrphan(DateTime receivedOn, DateTime now) => now - receivedOn >= ReceiptWait;

    // Where nothing later is out, the old attempt's delivery is simply the truth; elsewhere the phone may ring twice.
    private static DeliveryVerdict OfSuperseded(MessageState current) => current switch
    {
        MessageState.Sending or MessageState.Unknown => DeliveryVerdict.Suspected,
        MessageState.Sent or MessageState.Delivered or MessageState.SentWithoutReceipt => DeliveryVerdict.Suspected,
        MessageState.Undelivered or MessageState.BlockedByOperator => DeliveryVerdict.Suspected,
        _ when StateRules.Allows(current, MessageState.Delivered, Movers.Engine) =>
            new DeliveryVerdict(DeliveryVerdictKind.Move, MessageState.Delivered),
        _ => DeliveryVerdict.Nothing,
    };

    private static MessageState? TargetOf(DeliveryStateKind receipt) => receipt switch
    {
        DeliveryStateKind.Queued or DeliveryStateKind.SentToOperator => MessageState.Sent,
        DeliveryStateKind.Delivered => MessageState.Delivered,
        DeliveryStateKind.NotDelivered or DeliveryStateKind.Rejected or DeliveryStateKind.Expired => MessageState.Undelivered,
        DeliveryStateKind.Blocked => MessageState.BlockedByOperator,
        _ => null,
    };

    private static bool Outranks(MessageState target, MessageState current) => Rank(target) > Rank(current);

    private static int Rank(MessageState state) => state switch
    {
        MessageState.Delivered => 5,
        MessageState.Undelivered or MessageState.BlockedByOperator => 4,
        MessageState.SentWithoutReceipt => 3,
        MessageState.Cancelled or MessageState.Failed or MessageState.OptedOut or MessageState.Expired => 3,
        MessageState.Sent => 2,
        _ => 1,
    };

    private static int Weight(DeliveryStateKind part) => part switch
    {
        DeliveryStateKind.Blocked => 5,
        DeliveryStateKind.NotDelivered or DeliveryStateKind.Rejected or DeliveryStateKind.Expired => 4,
        DeliveryStateKind.Queued => 3,
        DeliveryStateKind.SentToOperator => 2,
        _ => 1,
    };
}
