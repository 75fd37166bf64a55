namespace ProviderSimulators.Messages;

/// <summary>What a recipient's last four digits decide; everybody else is delivered after three seconds.</summary>
public enum Fate
{
    Delivered,

    /// <summary>…0001: delivered after two seconds.</summary>
    DeliveredSoon,

    /// <summary>…0002: not delivered, after five seconds.</summary>
    NotDelivered,

    /// <summary>…0003: on the block list, found out after the hand-over.</summary>
    Blocked,

    /// <summary>…0004: with the operator for ever.</summary>
    StaysPending,

    /// <summary>…0005: stored, then HTTP 500; delivered all the same.</summary>
    StoredThenError,

    /// <summary>…0006: stored, then an answer slower than any client waits; delivered all the same.</summary>
    StoredThenSlow,

    /// <summary>…0013: on the block list, refused at the hand-over.</summary>
    BlockedAtHandOver,
}

/// <summary>Where a message is.</summary>
public enum MessageState
{
    Queued,
    SentToOperator,
    Delivered,
    NotDelivered,
    Blocked,
}

/// <summary>The deterministic rules by recipient.</summary>
public static class Fates
{
    private static readonly TimeSpan ToOperator = TimeSpan.FromSeconds(1);

    /// <summary>By the last four digits of a number, however it is written.</summary>
    public static Fate Of(string recipient) => recipient.Length < 4 ? Fate.Delivered : recipient[^4..] switch
    {
        "0001" => Fate.DeliveredSoon,
        "0002" => Fate.NotDelivered,
        "0003" => Fate.Blocked,
        "0004" => Fate.StaysPending,
        "0005" => Fate.StoredThenError,
        "0006" => Fate.StoredThenSlow,
        "0013" => Fate.BlockedAtHandOver,
        _ => Fate.Delivered,
    };

    /// <summary>Where a message with this fate is, so long after it was accepted.</summary>
    public static MessageState StateAfter(Fate fate, TimeSpan age)
    {
        if (age < ToOperator)
        {
            return MessageState.Queued;
        }

        return age < FinalAfter(fate) ? MessageState.SentToOperator : fate switch
        {
            Fate.NotDelivered => MessageState.NotDelivered,
            Fate.Blocked or Fate.BlockedAtHandOver => MessageState.Blocked,
            _ => MessageState.Delivered,
        };
    }

    /// <summary>When the last state is reached.</summary>
    public static TimeSpan FinalAfter(Fate fate) => fate switch
    {
        Fate.DeliveredSoon or Fate.Blocked => TimeSpan.FromSeconds(2),
        Fate.NotDelivered => TimeSpan.FromSeconds(5),
        Fate.StaysPending => TimeSpan.MaxValue,
        _ => TimeSpan.FromSeconds(3),
    };
}
