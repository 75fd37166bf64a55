using smSys.Messaging.Messages;

namespace smSys.Messaging.Delivery;

/// <summary>What to do about a receipt or a settle.</summary>
public enum DeliveryVerdictKind
{
    /// <summary>The row stays as it is.</summary>
    Nothing,

    /// <summary>The row moves.</summary>
    Move,

    /// <summary>Only the provider's id is written; the state is ahead of it.</summary>
    AddIdOnly,

    /// <summary>A superseded attempt reached the phone and a later one is out too: to be shown, the state stays.</summary>
    SuspectedDouble,
}

/// <summary>The judgement.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="To">The new state of a move, else null.</param>
public sealed record DeliveryVerdict(DeliveryVerdictKind Kind, MessageState? To)
{
    /// <summary>The row stays as it is.</summary>
    public static DeliveryVerdict Nothing { get; } = new(DeliveryVerdictKind.Nothing, null);

    /// <summary>To be shown to the operators.</summary>
    public static DeliveryVerdict Suspected { get; } = new(DeliveryVerdictKind.SuspectedDouble, null);
}
