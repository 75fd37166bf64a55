using System;
using System.Globalization;
using System.Linq;
using System.Text;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Sending;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Unknowns;

/// <summary>
/// Settles unknown messages by the list of a provider's panel, which somebody put into the process' input. Each line is
/// reported; a tick that is cut off goes on behind the last line that it reported, and a line that ran twice finds nothing
/// unknown any more.
/// </summary>
public sealed class SettleTick : IProcessTick
{
    private static readonly TimeSpan _reserve = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var list = PanelList.Read(process.Input ?? string.Empty);
        if (!list.HasColumns)
        {
            throw new RefusalException(
                "panel-columns",
                "The first line of the list has to name its columns: one with the state, and reference, id or number.",
                "سطر نخست فهرست باید نام ستون‌ها باشد: ستون وضعیت، و شناسه یا شماره.");
        }

        var cursor = (process.Cursor ?? string.Empty).Split(',');
        var done = NumberOf(cursor[0]);
        var before = cursor.Length > 1 ? NumberOf(cursor[1]) : 0;
        var report = new StringBuilder(done == 0 ? string.Empty : process.Output);
        var settler = new PanelSettling(composition, account.Name, process.CreatedBy?.Id);
        foreach (var entry in list.Lines.Where(entry => entry.Number > done))
        {
            if (composition.Services.Remaining < _reserve)
            {
                return Write(TickResult.At(composition.Services.Clock(), "Up to line " + done + " of " + list.Lines.Count + "."), report, done, before + settler.Settled);
            }

            report.Append(entry.Number).Append(": ").Append(settler.Settle(entry)).Append('\n');
            done = entry.Number;
        }

        var settled = before + settler.Settled;
        return Write(TickResult.Over("Lines: " + list.Lines.Count + ", settled: " + settled + "."), report, done, settled);
    }

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // The cursor holds the last line and how many messages were settled up to it.
    private static TickResult Write(TickResult result, StringBuilder report, int done, int settled)
    {
        result.Change.Output = report.Length <= SmsProcess.Lengths.Output ? report.ToString() : report.ToString(0, SmsProcess.Lengths.Output);
        result.Change.Cursor = done.ToString(CultureInfo.InvariantCulture) + "," + settled.ToString(CultureInfo.InvariantCulture);
        return result;
    }
}
