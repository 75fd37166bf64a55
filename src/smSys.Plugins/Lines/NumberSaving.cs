using System;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Numbers;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Lines;

/// <summary>
/// Completes a line before it is written: its digits in one form, the account of its setting (together they are unique), and
/// the moment from which messages are received.
/// </summary>
[Step("Create", SmsNumber.LogicalName, Stage.PreOperation)]
[Step("Update", SmsNumber.LogicalName, Stage.PreOperation,
    Filters = [SmsNumber.Columns.Line, SmsNumber.Columns.SettingId, SmsNumber.Columns.IsReceiving],
    Before = [SmsNumber.Columns.CursorOn])]
public sealed class NumberSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var line = new SmsNumberRow(services.Target);
        var isNew = string.Equals(services.Context.MessageName, "Create", StringComparison.Ordinal);
        if (isNew || line.Record.Contains(SmsNumber.Columns.Line))
        {
            line.Line = SenderLine.Normalise(line.Line);
            if (line.Line.Length == 0)
            {
                throw new RefusalException("line-digits", "The line has no digits; enter its number.", "خط شماره ندارد؛ شماره آن را وارد کنید.");
            }
        }

        if (isNew && string.IsNullOrWhiteSpace(line.Name))
        {
            line.Name = line.Line;
        }

        if (line.SettingId is { } setting)
        {
            line.Account = new SettingReader(services.System).Read(setting.Id)?.Account;
        }

        if (line.IsReceiving == true && new SmsNumberRow(services.Before).CursorOn is null)
        {
            line.CursorOn = services.Clock();
        }
    }
}
