using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Addresses;

/// <summary>
/// Fills the address book for records that stood there before, table by table and page by page. The cursor is saved after each
/// page's rows, so a tick that is cut off does one page again, which changes nothing. With an interval it begins anew after the
/// last table, and so also serves columns that no step of the platform watches.
/// </summary>
public sealed class NormaliseTick : IProcessTick
{
    /// <summary>Of one page; one list of ids holds no more.</summary>
    public const int PageSize = RowReader.MostIds;

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var services = composition.Services;
        var filler = new AddressFiller(services.System);
        var writer = new RowWriter(services.System);
        var tables = filler.Tables(process.Input);
        var place = FillPlace.Parse(process.Cursor);
        var count = FillCount.Of(process, isAnew: place is null);
        place ??= FillPlace.Begin(tables);
        while (place is not null)
        {
            var at = place;
            if (!tables.Contains(at.Table))
            {
                place = FillPlace.After(at.Table, tables);
                continue;
            }

            if (services.Remaining < LeaseRules.Reserve)
            {
                return Pause(services.Clock(), at, count);
            }

            var next = filler.Fill(at, services.Clock, () => services.Remaining, count);
            if (next is null)
            {
                return Pause(services.Clock(), at, count);
            }

            // Crash here: the rows stand, the cursor does not; the page is compared again and nothing is written.
            place = next.IsEnd ? FillPlace.After(at.Table, tables) : next;
            var change = count.Change(process.Id);
            change.Cursor = place?.ToString();
            writer.Update(change.Record);
        }

        var isStanding = (process.Interval ?? 0) > 0;
        var result = isStanding ? TickResult.Later(count.Summary) : TickResult.Over(count.Summary);
        result.Change.Cursor = null;
        return result;
    }

    private static TickResult Pause(DateTime now, FillPlace place, FillCount count)
    {
        var result = TickResult.At(now, count.Summary);
        result.Change.Cursor = place.ToString();
        return result;
    }
}
