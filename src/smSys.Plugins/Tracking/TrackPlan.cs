using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Plugins.Tracking;

/// <summary>
/// When to ask for receipts: young messages at every tick, older ones ever more rarely. The age decides, so no message has to
/// be written just to say when it is asked about next. What was asked when is remembered in the process' cursor.
/// </summary>
public sealed class TrackPlan
{
    private static readonly TrackBand[] _bands =
    [
        new(TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.Zero),
        new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromMinutes(5)),
        new(TimeSpan.FromHours(2), TimeSpan.FromHours(24), TimeSpan.FromMinutes(30)),
        new(TimeSpan.FromHours(24), TimeSpan.FromDays(30), TimeSpan.FromHours(3)),
    ];

    private readonly DateTime?[] _askedOn = new DateTime?[_bands.Length];
    private readonly DateTime?[] _resumeAt = new DateTime?[_bands.Length];
    private readonly int[] _stayed = new int[_bands.Length];

    /// <summary>Reads a cursor; what cannot be read counts as never asked.</summary>
    public TrackPlan(string? cursor)
    {
        var entries = (cursor ?? string.Empty).Split(';');
        for (var i = 0; i < _bands.Length && i < entries.Length; i++)
        {
            var times = entries[i].Split(',');
            _askedOn[i] = Time(times[0]);
            _resumeAt[i] = times.Length > 1 ? Time(times[1]) : null;
            _stayed[i] = times.Length > 2 && int.TryParse(times[2], NumberStyles.None, CultureInfo.InvariantCulture, out var stayed) ? stayed : 0;
        }
    }

    /// <summary>The bands that are due now, youngest first, and where in each to go on.</summary>
    public IEnumerable<TrackSpan> Due(DateTime now) =>
        Enumerable.Range(0, _bands.Length)
            .Where(i => _resumeAt[i] is not null || _askedOn[i] is not { } asked || now - asked >= _bands[i].Interval)
            .Select(i => new TrackSpan(i, _resumeAt[i] ?? now - _bands[i].Oldest, now - _bands[i].Youngest, _stayed[i]));

    /// <summary>Remembers that a band was asked about to its end.</summary>
    public void Asked(TrackSpan span, DateTime now)
    {
        _askedOn[span.Band] = now;
        _resumeAt[span.Band] = null;
        _stayed[span.Band] = 0;
    }

    /// <summary>Remembers that a band was left in the middle.</summary>
    /// <param name="span">The band.</param>
    /// <param name="handedOverOn">Of the last message that was asked about.</param>
    /// <param name="stayed">How many of that second were asked about and still wait.</param>
    public void Left(TrackSpan span, DateTime handedOverOn, int stayed)
    {
        _resumeAt[span.Band] = handedOverOn;
        _stayed[span.Band] = stayed;
    }

    /// <summary>For the process' cursor, at most 500 characters.</summary>
    public string Cursor => string.Join(";", Enumerable.Range(0, _bands.Length).Select(Entry));

    private string Entry(int band) =>
        Text(_askedOn[band]) + "," + Text(_resumeAt[band])
        + (_stayed[band] == 0 ? string.Empty : "," + _stayed[band].ToString(CultureInfo.InvariantCulture));

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(
            text, "o", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;

    private static string Text(DateTime? time) => time?.ToString("o", CultureInfo.InvariantCulture) ?? string.Empty;

    private sealed record TrackBand(TimeSpan Youngest, TimeSpan Oldest, TimeSpan Interval);
}

/// <summary>A span of hand-over times to be asked about.</summary>
/// <param name="Band">Which ages.</param>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, not included.</param>
/// <param name="Stayed">So many of its first messages were asked about in this round and still wait.</param>
public sealed record TrackSpan(int Band, DateTime From, DateTime Until, int Stayed);
