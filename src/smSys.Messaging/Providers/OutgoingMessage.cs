using smSys.Messaging.Numbers;

namespace smSys.Messaging.Providers;

/// <summary>One message on its way to a provider.</summary>
/// <param name="Reference">Ours, positive, 63 bits of a hash, stored before the call (<c>SAFETY.md</c>, references).</param>
/// <param name="Recipient">Where it goes.</param>
/// <param name="Line">The sender line, digits only.</param>
/// <param name="Text">The text as it is to be read, not encoded.</param>
public sealed record OutgoingMessage(long Reference, PhoneNumber Recipient, string Line, string Text);
