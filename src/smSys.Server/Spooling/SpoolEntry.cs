using smSys.Server.Callbacks;

namespace smSys.Server.Spooling;

/// <summary>A push and where it belongs.</summary>
/// <param name="Target">Whom it is for.</param>
/// <param name="Item">What came.</param>
public sealed record SpoolEntry(CallbackTarget Target, CallbackItem Item);
