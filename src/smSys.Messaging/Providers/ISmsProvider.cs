using System;
using System.Collections.Generic;

namespace smSys.Messaging.Providers;

/// <summary>
/// One account at one SMS provider. Every call is synchronous (the Dynamics sandbox allows no other), bounded by the
/// time-out the account was built with, and never throws for anything the network or the provider does: what went wrong
/// comes back as a <see cref="ProviderFault"/>. An operation the provider lacks is declared in
/// <see cref="Capabilities"/>; calling it all the same gives <see cref="ProviderFaultKind.NotSupported"/>.
/// </summary>
public interface ISmsProvider
{
    /// <summary>What this account can do, and within which limits.</summary>
    ProviderCapabilities Capabilities { get; }

    /// <summary>
    /// Hands messages over, each with its own reference, number and text. At most
    /// <see cref="ProviderCapabilities.SendLimit"/> of them.
    /// </summary>
    /// <returns>One outcome a message, in the order of <paramref name="messages"/>.</returns>
    IReadOnlyList<SendOutcome> Send(IReadOnlyList<OutgoingMessage> messages);

    /// <summary>
    /// Asks what became of attempts by our own reference, without sending anything. At most
    /// <see cref="ProviderCapabilities.AskLimit"/> of them.
    /// </summary>
    /// <returns>One answer a reference, in the order of <paramref name="references"/>.</returns>
    IReadOnlyList<ReferenceAnswer> Ask(IReadOnlyList<long> references);

    /// <summary>
    /// Asks what became of the messages of one <see cref="Send"/>: all of its references, in the order in which they were sent.
    /// Where the provider keeps one reference a call (<see cref="ProviderCapabilities.OneReferenceACall"/>) only this can tell
    /// that a message never arrived; elsewhere it is the same as <see cref="Ask"/>. The call is known by its first reference; a place
    /// that nobody asks about any more may hold 0.
    /// </summary>
    /// <returns>One answer a reference, in the order of <paramref name="references"/>.</returns>
    IReadOnlyList<ReferenceAnswer> AskCall(IReadOnlyList<long> references);

    /// <summary>Delivery states by the provider's ids. At most <see cref="ProviderCapabilities.StateLimit"/> of them.</summary>
    /// <returns>The states that the answer held; an id the answer did not hold is absent.</returns>
    ProviderAnswer<IReadOnlyList<DeliveryState>> GetStates(IReadOnlyList<string> providerMessageIds);

    /// <summary>Messages that arrived on a line, oldest first, from a cursor on.</summary>
    ProviderAnswer<ReceivedPage> Receive(ReceiveRequest request);

    /// <summary>What is left on the account, with its unit.</summary>
    ProviderAnswer<Balance> GetBalance();

    /// <summary>The sender lines of the account, digits only.</summary>
    ProviderAnswer<IReadOnlyList<string>> GetLines();
}
