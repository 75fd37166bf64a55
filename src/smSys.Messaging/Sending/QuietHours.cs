using System;
using smSys.Messaging.Times;

namespace smSys.Messaging.Sending;

/// <summary>
/// When advertising must not go out: a span of every day, which may go past midnight, and whole days. Messages of the class
/// service (answers and one-time codes among them) are not asked about here.
/// </summary>
public sealed class QuietHours
{
    private const int MinutesOfDay = 24 * 60;

    private readonly ZoneClock _clock;
    private readonly QuietDays _days;
    private readonly int _from;
    private readonly int _until;

    /// <summary>Quiet hours.</summary>
    /// <param name="clock">On whose wall.</param>
    /// <param name="from">Minute of the day, 0 to 1440, with which the quiet begins; null: no span.</param>
    /// <param name="until">Minute of the day with which it ends; before <paramref name="from"/>: on the next day; the same: no span.</param>
    /// <param name="days">Whole days.</param>
    public QuietHours(ZoneClock clock, int? from, int? until, QuietDays days)
    {
        _clock = clock;
        _days = days;
        _from = from is null || until is null ? 0 : Math.Max(0, from.Value) % MinutesOfDay;
        _until = from is null || until is null ? 0 : Math.Min(Math.Max(0, until.Value), MinutesOfDay);
    }

    /// <summary>Never quiet.</summary>
    public static QuietHours None { get; } = new(ZoneTable.Tehran, null, null, QuietDays.None);

    /// <summary>No one is asked to look further ahead: who is held until then asks again.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    /// <summary>True when nothing may go out at a moment.</summary>
    public bool IsQuiet(DateTime utc) => QuietEnd(_clock.ToLocal(utc)) is not null;

    /// <summary>The earliest moment from <paramref name="utc"/> on at which a message may go out; null: at once.</summary>
    public DateTime? HeldUntil(DateTime utc)
    {
        var limit = utc + Horizon;
        var at = utc;
        while (QuietEnd(_clock.ToLocal(at)) is { } wall)
        {
            // Up to the next change of the clock the wall runs evenly; after it the wall is read again.
            var next = at + (wall - _clock.ToLocal(at));
            at = _clock.NextChange(at) is { } change && change < next ? change : next;
            if (at >= limit)
            {
                return limit;
            }
        }

        return at == utc ? null : at;
    }

    // Where on the wall the quiet ends that a moment lies in; null: it is not quiet. A later quiet may follow at once.
    private DateTime? QuietEnd(DateTime local)
    {
        var day = local.Date;
        if (_days.Hold(day))
        {
            return day.AddDays(1);
        }

        var minute = (local - day).TotalMinutes;
        if (_from < _until)
        {
            return minute >= _from && minute < _until ? day.AddMinutes(_until) : null;
        }

        return _from == _until ? null
            : minute >= _from ? day.AddDays(1).AddMinutes(_until)
            : minute < _until ? day.AddMinutes(_until)
            : null;
    }
}
