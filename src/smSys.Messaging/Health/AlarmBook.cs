using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Messaging.Health;

/// <summary>
/// Which alarms are on and when they were last told, as one line of text that a record can keep. An alarm is told when it
/// begins, and again every day while it lasts; one that is over and comes again is a new one.
/// </summary>
public sealed class AlarmBook
{
    /// <summary>An alarm that lasts is told again after so long.</summary>
    public static readonly TimeSpan Repetition = TimeSpan.FromHours(24);

    private readonly SortedDictionary<string, DateTime> _toldOn = new(StringComparer.Ordinal);

    /// <summary>Reads what a record keeps; what cannot be read counts as never told.</summary>
    public AlarmBook(string? text)
    {
        foreach (var entry in (text ?? string.Empty).Split(';'))
        {
            var at = entry.IndexOf('=');
            if (at > 0 && DateTime.TryParseExact(
                entry.Substring(at + 1), "s", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            {
                _toldOn[entry.Substring(0, at)] = time;
            }
        }
    }

    /// <summary>Takes in how things are.</summary>
    /// <param name="code">Which alarm; letters and dashes.</param>
    /// <param name="isOn">Whether it is on now.</param>
    /// <param name="now">UTC.</param>
    /// <returns>True when it has to be told now.</returns>
    public bool MustTell(string code, bool isOn, DateTime now)
    {
        if (!isOn)
        {
            _toldOn.Remove(code);
            return false;
        }

        if (_toldOn.TryGetValue(code, out var told) && now - told < Repetition)
        {
            return false;
        }

        _toldOn[code] = now;
        return true;
    }

    /// <summary>The alarms that are on.</summary>
    public IReadOnlyCollection<string> On => _toldOn.Keys;

    /// <summary>For the record.</summary>
    public override string ToString() =>
        string.Join(";", _toldOn.Select(pair => pair.Key + "=" + pair.Value.ToString("s", CultureInfo.InvariantCulture)));
}
