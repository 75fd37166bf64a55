using System;
using System.Collections.Generic;
using smSys.Messaging.Times;

namespace smSys.Messaging.Sending;

/// <summary>Days of the Jalali calendar on which no advertising goes out at all.</summary>
public sealed class QuietDays
{
    private readonly HashSet<JalaliDay> _days;

    /// <summary>These days; those without a year come every year.</summary>
    public QuietDays(IEnumerable<JalaliDay> days) => _days = new HashSet<JalaliDay>(days);

    /// <summary>No day.</summary>
    public static QuietDays None { get; } = new([]);

    /// <summary>True when the whole of a day is quiet.</summary>
    /// <param name="localDate">On the clock of the setting's zone.</param>
    public bool Hold(DateTime localDate)
    {
        if (_days.Count == 0)
        {
            return false;
        }

        var day = JalaliDay.Of(localDate);
        return _days.Contains(day) || _days.Contains(day.EveryYear);
    }
}
