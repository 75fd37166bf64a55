using System.Collections.Generic;

namespace smSys.Messaging.Providers;

/// <summary>What a push said.</summary>
/// <param name="Receipts">Delivery receipts. One that names only our reference has an empty provider's id.</param>
/// <param name="Messages">Incoming messages, in the order of the push.</param>
/// <param name="Unread">
/// Elements that are neither; above zero, the raw push is worth keeping and the parameter names worth checking.
/// </param>
/// <param name="Reply">The body of our HTTP 200, to be given after everything was stored; empty unless the provider wants words.</param>
public sealed record CallbackAnswer(
    IReadOnlyList<DeliveryState> Receipts,
    IReadOnlyList<ReceivedMessage> Messages,
    int Unread,
    string Reply);
