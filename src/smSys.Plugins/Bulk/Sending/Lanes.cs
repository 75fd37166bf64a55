using System;
using smSys.Crm.Messages;
using smSys.Crm.Settings;
using smSys.Plugins.Accounts;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Where an account has a pace, one-time codes, replies and single messages go first: a bulk that finds some due gives its
/// slot to them. Without a pace nobody stands in anybody's way, and nothing is asked.
/// </summary>
public sealed class Lanes
{
    private readonly Composition _composition;
    private readonly AccountInUse _account;
    private readonly SlotBook _slots;

    /// <summary>Of an account that may send.</summary>
    public Lanes(Composition composition, AccountInUse account)
    {
        _composition = composition;
        _account = account;
        _slots = new SlotBook(composition.Services.System);
    }

    /// <summary>Reserves this moment for a call of a bulk.</summary>
    /// <returns>Null when it may go out; else when to come again.</returns>
    public DateTime? TakeSlot()
    {
        if (_account.SendPace <= TimeSpan.Zero)
        {
            return null;
        }

        var now = _composition.Services.Clock();
        var before = _composition.Messages.Find(MessageQueries.DueBeforeBulk(_account.Setting.Id, now, _account.SendLimit));
        if (before.Count == 0)
        {
            return _slots.Take(_account.Setting.Id, _account.SendPace, now);
        }

        var result = new HandOver(_composition.HandOverDoors, _account).Run(before);
        return result.ComeAgainOn ?? now + _account.SendPace;
    }
}
