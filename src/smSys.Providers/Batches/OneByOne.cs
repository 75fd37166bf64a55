using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;

namespace smSys.Providers.Batches;

/// <summary>
/// Asks for states where the protocol tells of one message a call: one call after the other, within the time of one batch.
/// What time or a fault left unasked is absent from the answer, which every caller takes as "not known yet".
/// </summary>
public static class OneByOne
{
    /// <summary>The states that were told; the fault of the first call, when that failed.</summary>
    /// <param name="account">Whose time-outs hold.</param>
    /// <param name="ids">The provider's ids.</param>
    /// <param name="ask">Asks for one within a time-out.</param>
    public static ProviderAnswer<IReadOnlyList<DeliveryState>> States(
        ProviderAccount account, IReadOnlyList<string> ids, Func<string, TimeSpan, ProviderAnswer<DeliveryState>> ask)
    {
        using var time = new TimeShare(account, ids.Count);
        var states = new List<DeliveryState>();
        for (int i = 0; i < ids.Count && (i == 0 || time.MayStart); i++)
        {
            ProviderAnswer<DeliveryState> answer = ask(ids[i], time.Timeout);
            if (answer.Succeeded)
            {
                states.Add(answer.Value);
            }
            else if (i == 0)
            {
                return new ProviderAnswer<IReadOnlyList<DeliveryState>>(answer.Fault!);
            }
            else if (answer.Fault!.WholeCall)
            {
                break;
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }
}
