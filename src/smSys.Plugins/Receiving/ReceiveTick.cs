using System;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Receiving;
using smSys.Messaging.Sending;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Receiving;

/// <summary>Reads what came in on a line, page by page: first the rows, then the cursor.</summary>
public sealed class ReceiveTick : IProcessTick
{
    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var services = composition.Services;
        var can = account.Provider.Capabilities;
        var line = process.NumberId is { } number ? composition.Lines.Read(number.Id) : null;
        if (line is null || can.ReceiveLimit == 0)
        {
            throw new RefusalException(
                "receive-line",
                "Nothing can be received: the process names no line, or the provider cannot be asked for incoming messages.",
                "چیزی نمی‌توان دریافت کرد: فرایند خط ندارد یا از این سرویس‌دهنده نمی‌توان پیامک‌های رسیده را پرسید.");
        }

        if (line.IsReceiving != true)
        {
            return TickResult.Later("The line does not receive.");
        }

        // The process was made together with the line's receiving: what is older was never ours to act on.
        var since = process.CreatedOn ?? services.StartedOn;
        var cursor = line.Cursor;
        var lastReadOn = line.CursorOn;
        var lines = new RowWriter(services.System);
        var made = 0;
        while (true)
        {
            var now = services.Clock();
            if (!LeaseRules.MayCall(services.Remaining, account.BatchTimeout))
            {
                return TickResult.At(now, Summary(made));
            }

            var request = PollingRules.Next(line.Line ?? string.Empty, cursor, lastReadOn, since, can.ReceiveMarksAsRead, now);
            var answer = account.Provider.Receive(request);
            if (!answer.Succeeded)
            {
                return TickResult.Later("[" + answer.Fault!.Code + "] " + answer.Fault.Words);
            }

            foreach (var message in answer.Value.Messages)
            {
                made += composition.Messages.CreateOnce(InboundMessage.Row(message, line, since, now, account.Setting.QuietTimeZone)) ? 1 : 0;
            }

            // Crash here: the rows stand, the cursor does not; the next tick reads the page again and creates nothing twice.
            cursor = answer.Value.Cursor;
            lastReadOn = now;
            lines.Update(new SmsNumberRow(line.Id) { Cursor = cursor, CursorOn = now }.Record);
            if (!answer.Value.HasMore)
            {
                return TickResult.Later(Summary(made));
            }

            if (can.ReceivePace > TimeSpan.Zero)
            {
                return TickResult.At(services.Clock() + can.ReceivePace, Summary(made));
            }
        }
    }

    private static string Summary(int made) => "Received " + made + ".";
}
