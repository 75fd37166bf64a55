using System;
using System.Collections.Generic;
using smSys.Crm.Lines;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>The digits of the lines that messages go out from, each line read once an execution.</summary>
public sealed class LineDigits
{
    private readonly LineReader _lines;
    private readonly Dictionary<Guid, SmsNumberRow?> _byId = new();

    /// <summary>Reads as SYSTEM.</summary>
    public LineDigits(LineReader lines) => _lines = lines;

    /// <summary>
    /// The line that a message goes out from at a setting: its own when it is a line of that setting, else the setting's
    /// default one; null when there is none.
    /// </summary>
    public SmsNumberRow? LineOf(SmsRow message, SmsSettingRow setting)
    {
        var own = Read(message.NumberId?.Id);
        return own?.SettingId?.Id == setting.Id ? own : Read(setting.DefaultNumberId?.Id) ?? own;
    }

    /// <summary>The digits of that line; empty when there is none.</summary>
    public string DigitsOf(SmsRow message, SmsSettingRow setting) => LineOf(message, setting)?.Line ?? string.Empty;

    private SmsNumberRow? Read(Guid? lineId)
    {
        if (lineId is not { } id)
        {
            return null;
        }

        if (!_byId.TryGetValue(id, out var line))
        {
            line = _lines.Read(id);
            _byId[id] = line;
        }

        return line;
    }
}
