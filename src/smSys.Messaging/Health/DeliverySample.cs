namespace smSys.Messaging.Health;

/// <summary>What became of some messages that the provider accepted.</summary>
/// <param name="Out">How many.</param>
/// <param name="Reported">Of them, how many have a receipt, good or bad.</param>
/// <param name="Delivered">Of them, how many reached the phone.</param>
public sealed record DeliverySample(int Out, int Reported, int Delivered)
{
    /// <summary>Fewer messages than this, all with their phones off, are no alarm.</summary>
    public const int LeastForReceipts = 5;

    /// <summary>Fewer messages than this have no rate.</summary>
    public const int LeastForRate = 20;

    /// <summary>Messages are out long enough, and nobody reports.</summary>
    public bool HasNoReceipts => Out >= LeastForReceipts && Reported == 0;

    /// <summary>True when far fewer messages reach phones than usual: less than six tenths of the usual share.</summary>
    /// <param name="usual">Older messages.</param>
    public bool HasFallenBelow(DeliverySample usual) =>
        Out >= LeastForRate
        && usual.Out >= LeastForRate
        && Delivered * 10L * usual.Out < usual.Delivered * 6L * Out;
}
