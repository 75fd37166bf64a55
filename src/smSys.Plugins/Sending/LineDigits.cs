using System;
using System.Collections.Generic;
using smSys.Crm.Lines;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>The digits of the lines that messages go out from, each line read once an execution.</summary>
public sealed class LineDigits
{
    private readonly LineReader _lines;
    private readonly Dictionary<Guid, string> _digits = new();

    /// <summary>Reads as SYSTEM.</summary>
    public LineDigits(LineReader lines) => _lines = lines;

    /// <summary>The sender line of a message: its own, or the setting's default one; empty when there is none.</summary>
    public string DigitsOf(SmsRow message, SmsSettingRow setting)
    {
        var line = message.NumberId ?? setting.DefaultNumberId;
        if (line is null)
        {
            return string.Empty;
        }

        if (!_digits.TryGetValue(line.Id, out var digits))
        {
            digits = _lines.Read(line.Id)?.Line ?? string.Empty;
            _digits[line.Id] = digits;
        }

        return digits;
    }
}
