namespace ProviderSimulators.Messages;

/// <summary>A message that a simulated provider accepted.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Line">Sender line.</param>
/// <param name="Recipient">Ten digits, 9…</param>
/// <param name="Text">As it came.</param>
/// <param name="Reference">The client's reference, or null.</param>
/// <param name="AcceptedOn">Simulated UTC.</param>
/// <param name="Cost">Rial.</param>
public sealed record SimulatedMessage(long Id, string Line, string Recipient, string Text, string? Reference, DateTime AcceptedOn, decimal Cost)
{
    public MessageState StateAt(DateTime utc) => Fates.StateAfter(Fates.Of(Recipient), utc - AcceptedOn);
}

/// <summary>A message that arrived at a line.</summary>
public sealed record InboundMessage(long Id, string Line, string Sender, string Text, DateTime ReceivedOn)
{
    /// <summary>The client has read it, as far as the provider knows.</summary>
    public bool IsRead { get; set; }
}
