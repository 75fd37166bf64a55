using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Settings;

/// <summary>
/// The pace of an account: whoever wants to call reserves the slot on the setting's row, by row version, so singles and all
/// partitions share one pace. A slot is never waited for: who comes too early goes away and is called again.
/// </summary>
public sealed class SlotBook
{
    private const int Tries = 5;
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Reserves as SYSTEM.</summary>
    public SlotBook(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>Takes the slot of this moment for one call to the provider.</summary>
    /// <param name="settingId">Whose account.</param>
    /// <param name="pace">Least time between two calls; zero: no slots are kept.</param>
    /// <param name="now">This moment.</param>
    /// <returns>Null when the slot is taken and the call may go out; else when to come again.</returns>
    public DateTime? Take(Guid settingId, TimeSpan pace, DateTime now)
    {
        if (pace <= TimeSpan.Zero)
        {
            return null;
        }

        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var row = _system.Retrieve(SmsSetting.LogicalName, settingId, new ColumnSet(SmsSetting.Columns.NextSlotOn));
            var next = row.GetAttributeValue<DateTime?>(SmsSetting.Columns.NextSlotOn);
            if (next > now)
            {
                return next;
            }

            var change = new Entity(SmsSetting.LogicalName, settingId) { [SmsSetting.Columns.NextSlotOn] = RoundUp(now + pace) };
            if (_writer.UpdateIfUnchanged(change, row.RowVersion, null))
            {
                return null;
            }
        }

        return RoundUp(now + pace);
    }

    // Dynamics keeps whole seconds: rather a little too slow than too fast.
    private static DateTime RoundUp(DateTime time)
    {
        var rest = time.Ticks % TimeSpan.TicksPerSecond;
        return rest == 0 ? time : time.AddTicks(TimeSpan.TicksPerSecond - rest);
    }
}
