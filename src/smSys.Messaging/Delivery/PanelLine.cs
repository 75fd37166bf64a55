namespace smSys.Messaging.Delivery;

/// <summary>A line of a panel's list.</summary>
/// <param name="Number">Which line of the file, from 1; the header is the first.</param>
/// <param name="Reference">Our reference; empty when the list has none.</param>
/// <param name="ProviderMessageId">The provider's id; empty when the list has none.</param>
/// <param name="Recipient">As it stands there; empty when the list has none.</param>
/// <param name="State">What the words about its state mean.</param>
/// <param name="Words">Those words.</param>
public sealed record PanelLine(int Number, string Reference, string ProviderMessageId, string Recipient, PanelState State, string Words);
