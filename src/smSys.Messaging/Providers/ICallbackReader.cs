namespace smSys.Messaging.Providers;

/// <summary>
/// Understands what one kind of provider pushes: receipts, incoming messages, or several of both in one request. It never
/// throws for what the request holds, and needs no credentials: who may push is judged by the address that was pushed to.
/// </summary>
public interface ICallbackReader
{
    /// <summary>Reads a push.</summary>
    CallbackAnswer Read(CallbackRequest request);
}
