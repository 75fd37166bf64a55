using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Messaging.Health;

/// <summary>
/// The calls of the last minutes, a minute each, as one line of text that a record can keep: <c>minute:well:ill:ms;…</c>, the
/// minute counted from 2020. It never grows beyond the window.
/// </summary>
public sealed class HealthWindow
{
    /// <summary>So far back.</summary>
    public const int Minutes = 15;

    private static readonly DateTime _epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly SortedDictionary<long, CallTally> _minutes;

    private HealthWindow(SortedDictionary<long, CallTally> minutes) => _minutes = minutes;

    /// <summary>Reads what a record keeps; what cannot be read is left out.</summary>
    public static HealthWindow Read(string? text)
    {
        var minutes = new SortedDictionary<long, CallTally>();
        foreach (var entry in (text ?? string.Empty).Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(':');
            var numbers = new long[4];
            if (parts.Length == 4 && parts.Select((part, i) => TryNumber(part, out numbers[i])).All(isNumber => isNumber))
            {
                minutes[numbers[0]] = new CallTally((int)numbers[1], (int)numbers[2], TimeSpan.FromMilliseconds(numbers[3]));
            }
        }

        return new HealthWindow(minutes);
    }

    /// <summary>The window with further calls, and without what is too old.</summary>
    public HealthWindow With(CallTally calls, DateTime now)
    {
        var minutes = new SortedDictionary<long, CallTally>(_minutes.Where(pair => IsInside(pair.Key, now)).ToDictionary(pair => pair.Key, pair => pair.Value));
        if (calls.Calls > 0)
        {
            minutes[MinuteOf(now)] = (minutes.TryGetValue(MinuteOf(now), out var before) ? before : CallTally.None).Add(calls);
        }

        return new HealthWindow(minutes);
    }

    /// <summary>The calls inside the window.</summary>
    public CallTally Sum(DateTime now) =>
        _minutes.Where(pair => IsInside(pair.Key, now)).Aggregate(CallTally.None, (sum, pair) => sum.Add(pair.Value));

    /// <summary>How the account is.</summary>
    public HealthVerdict Judge(HealthLimits limits, DateTime now)
    {
        var sum = Sum(now);
        if (sum.Calls < Math.Max(1, limits.LeastCalls))
        {
            return HealthVerdict.Unsure;
        }

        var isFaulty = sum.Ill * 100L >= (long)sum.Calls * limits.ErrorPercent && sum.Ill > 0;
        var isSlow = sum.Latency.Ticks / sum.Calls >= limits.Latency.Ticks;
        return isFaulty || isSlow ? HealthVerdict.Ill : HealthVerdict.Well;
    }

    /// <summary>For the record.</summary>
    public override string ToString() => string.Join(";", _minutes.Select(pair => string.Format(
        CultureInfo.InvariantCulture, "{0}:{1}:{2}:{3}", pair.Key, pair.Value.Well, pair.Value.Ill, (long)pair.Value.Latency.TotalMilliseconds)));

    private static bool IsInside(long minute, DateTime now) => minute > MinuteOf(now) - Minutes && minute <= MinuteOf(now);

    private static long MinuteOf(DateTime now) => (now.Ticks - _epoch.Ticks) / TimeSpan.TicksPerMinute;

    // Nine digits: a counter that an int holds, whatever somebody typed into the column.
    private static bool TryNumber(string text, out long number)
    {
        number = 0;
        return text.Length <= 9 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
