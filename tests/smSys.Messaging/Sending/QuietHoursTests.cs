using CsCheck;
using smSys.Messaging.Sending;
using smSys.Messaging.Times;

namespace smSys.Messaging.Tests.Sending;

public class QuietHoursTests
{
    private static readonly DateTime _epoch = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<ZoneClock> _zones = Gen.Int[0, 4]
        .Select(index => ZoneTable.Find(new[] { "Asia/Tehran", "Europe/Berlin", "America/New_York", "+05:45", "UTC" }[index])!);

    private static readonly Gen<QuietDays> _days = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 29], Gen.OneOf(Gen.Const(0), Gen.Int[1400, 1406]))
        .Select((month, day, year) => new JalaliDay(year, month, day)).Array[0, 40].Select(days => new QuietDays(days));

    private static readonly Gen<int?> _minutes = Gen.Frequency((6, Gen.Int[0, 1440].Select(minute => (int?)minute)), (1, Gen.Const((int?)null)));

    // Mostly around the changes of the clocks, where a rule on wall time goes wrong.
    private static readonly Gen<DateTime> _moments = Gen.Frequency(
        (2, Gen.Int[0, 6 * 365 * 24 * 60].Select(minute => _epoch.AddMinutes(minute))),
        (1, Gen.Int[-2000, 2000].Select(minute => new DateTime(2022, 9, 21, 19, 30, 0, DateTimeKind.Utc).AddMinutes(minute))),
        (1, Gen.Int[-2000, 2000].Select(minute => new DateTime(2026, 10, 25, 1, 0, 0, DateTimeKind.Utc).AddMinutes(minute))),
        (1, Gen.Int[-2000, 2000].Select(minute => new DateTime(2026, 3, 8, 7, 0, 0, DateTimeKind.Utc).AddMinutes(minute))));

    [Fact]
    public void Held_until_is_the_earliest_minute_that_is_not_quiet() =>
        Gen.Select(_zones, _minutes, _minutes, _days, _moments).Sample(
            (zone, from, until, days, now) =>
            {
                var hours = new QuietHours(zone, from, until, days);
                var held = hours.HeldUntil(now);
                if (held is null)
                {
                    Assert.False(WallIsQuiet(zone, from, until, days, now));
                    return;
                }

                Assert.True(held > now);
                var horizon = now + QuietHours.Horizon;
                Assert.True(held <= horizon);
                Assert.True(held == horizon || !WallIsQuiet(zone, from, until, days, held.Value));
                for (var minute = now; minute < held && minute < now.AddHours(30); minute = minute.AddMinutes(1))
                {
                    Assert.True(WallIsQuiet(zone, from, until, days, minute));
                }

                // What is nearer than a minute to the end is still quiet.
                Assert.True(WallIsQuiet(zone, from, until, days, held.Value.AddSeconds(-1)));
            },
            iter: 1000,
            threads: 1);

    [Fact]
    public void Nobody_is_sent_to_inside_the_quiet_however_often_the_engine_looks() =>
        Gen.Select(_zones, _minutes, _minutes, _days, _moments, Gen.Int[1, 7200].Array[1, 20]).Sample(
            (zone, from, until, days, now, steps) =>
            {
                var hours = new QuietHours(zone, from, until, days);
                var at = now;
                foreach (var step in steps)
                {
                    var go = hours.HeldUntil(at) ?? at;
                    Assert.True(go == at + QuietHours.Horizon || !hours.IsQuiet(go));
                    Assert.Equal(hours.IsQuiet(at), hours.HeldUntil(at) is not null);
                    at = at.AddSeconds(step);
                }
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void Waiting_never_lets_one_overtake_another() =>
        Gen.Select(_zones, _minutes, _minutes, _days, _moments, Gen.Int[0, 5000]).Sample(
            (zone, from, until, days, now, later) =>
            {
                var hours = new QuietHours(zone, from, until, days);
                var second = now.AddMinutes(later);
                var first = hours.HeldUntil(now) ?? now;
                var last = hours.HeldUntil(second) ?? second;

                Assert.True(first <= last);
            },
            iter: 3000,
            threads: 1);

    [Theory]
    [InlineData("2026-11-23T17:29:59", null)]
    [InlineData("2026-11-23T17:30:00", "2026-11-24T04:30:00")]
    [InlineData("2026-11-23T22:00:00", "2026-11-24T04:30:00")]
    [InlineData("2026-11-24T04:29:59", "2026-11-24T04:30:00")]
    [InlineData("2026-11-24T04:30:00", null)]
    public void One_entry_spans_the_night_in_Tehran(string now, string? until)
    {
        var hours = new QuietHours(ZoneTable.Tehran, 21 * 60, 8 * 60, QuietDays.None);

        Assert.Equal(Moment(until), hours.HeldUntil(Moment(now)!.Value));
    }

    [Fact]
    public void A_quiet_day_is_quiet_from_midnight_on_and_the_night_after_it_too()
    {
        // The thirteenth of Farvardin 1406, on a night between 21:00 and 8:00.
        var days = new QuietDays([JalaliDay.Parse("01/13")!]);
        var hours = new QuietHours(ZoneTable.Tehran, 21 * 60, 8 * 60, days);
        var yearAfter = new QuietHours(ZoneTable.Tehran, null, null, new QuietDays([JalaliDay.Parse("1405/01/13")!]));

        Assert.Equal(Moment("2027-04-03T04:30:00"), hours.HeldUntil(Moment("2027-04-01T18:00:00")!.Value));
        Assert.Null(yearAfter.HeldUntil(Moment("2027-04-02T10:00:00")!.Value));
        Assert.Equal(Moment("2026-04-02T20:30:00"), yearAfter.HeldUntil(Moment("2026-04-02T10:00:00")!.Value));
    }

    [Fact]
    public void The_same_minute_twice_is_no_quiet_and_the_whole_day_is_one_without_end()
    {
        var now = Moment("2026-11-23T17:29:59")!.Value;

        Assert.Null(new QuietHours(ZoneTable.Tehran, 480, 480, QuietDays.None).HeldUntil(now));
        Assert.Equal(now + QuietHours.Horizon, new QuietHours(ZoneTable.Tehran, 0, 1440, QuietDays.None).HeldUntil(now));
    }

    private static DateTime? Moment(string? utc) =>
        utc is null ? null : DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    // The rule in other words: a minute of the wall is quiet when it stands in the list of the day's quiet minutes.
    private static bool WallIsQuiet(ZoneClock zone, int? from, int? until, QuietDays days, DateTime utc)
    {
        var wall = utc + zone.OffsetAt(utc);
        if (days.Hold(wall.Date))
        {
            return true;
        }

        if (from is null || until is null)
        {
            return false;
        }

        var start = from.Value % 1440;
        var length = start < until ? until.Value - start : start == until ? 0 : until.Value + 1440 - start;
        var minute = (wall.Hour * 60) + wall.Minute;
        return ((minute - start + 1440) % 1440) < length;
    }
}
