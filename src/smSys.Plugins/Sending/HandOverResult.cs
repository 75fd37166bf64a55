using System;

namespace smSys.Plugins.Sending;

/// <summary>What became of a hand-over.</summary>
/// <param name="Sent">Messages that were in the call, whatever the answer.</param>
/// <param name="ComeAgainOn">When to come again, if the account's slot was taken or the time was up; else null.</param>
/// <param name="WasTooMuch">The provider refused the call as a whole; the next one has to be smaller.</param>
/// <param name="WasPaused">The answer made the setting pause; nothing more may be sent.</param>
/// <param name="PutAside">Messages that were closed or put off: they stand in nobody's way any more.</param>
public sealed record HandOverResult(int Sent, DateTime? ComeAgainOn, bool WasTooMuch = false, bool WasPaused = false, int PutAside = 0)
{
    /// <summary>There was nothing to send.</summary>
    public static HandOverResult Nothing { get; } = new(0, null);
}
