using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Receiving;

/// <summary>
/// Works off what a number has sent, one message at a time in the order in which its owner wrote. Whoever holds the lease of
/// the first one also takes the next; a second job finds it taken and goes away.
/// </summary>
public static class Arrivals
{
    /// <summary>Works off the messages of the sender of <paramref name="message"/>.</summary>
    public static void Run(Composition composition, SmsRow message)
    {
        var services = composition.Services;
        var store = composition.Messages;
        var number = message.PhoneNumber ?? string.Empty;
        while (services.Remaining > LeaseRules.Reserve
            && store.Find(MessageQueries.NextArrived(number)) is { Count: > 0 } next)
        {
            var now = services.Clock();
            if (LeaseRules.Judge(FenceToken.Read(next[0].FenceToken), next[0].ClaimedUntil, services.Token, now) == ClaimVerdict.Held)
            {
                services.Trace("Another job works on this number.");
                return;
            }

            var claim = new SmsRow(next[0].Id) { FenceToken = services.Token.Text, ClaimedUntil = now + LeaseRules.Lease };
            if (!store.Write(next[0], claim, services.Token) || store.Read(next[0].Id) is not { } claimed)
            {
                return;
            }

            // Crash anywhere in here: the lease runs out and everything is done again, under the same ids.
            var change = new Arrival(composition, claimed).Work();

            // Actions may have written the row themselves (a new owner, an answer noted on it), so it is read again each time.
            if (Mine(composition, claimed) is not { } worked
                || !store.Write(worked, change, services.Token)
                || Mine(composition, claimed) is not { } written
                || !store.Move(written, MessageState.Received, services.Token))
            {
                return;
            }
        }
    }

    private static SmsRow? Mine(Composition composition, SmsRow claimed) =>
        composition.Messages.Read(claimed.Id) is { } row
        && StateCodes.Read(row) == MessageState.Arrived
        && LeaseRules.MaySettle(FenceToken.Read(row.FenceToken), composition.Services.Token)
            ? row
            : null;
}
