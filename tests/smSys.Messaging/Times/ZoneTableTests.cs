using smSys.Messaging.Times;

namespace smSys.Messaging.Tests.Times;

public class ZoneTableTests
{
    // Moments around every kind of change, as the IANA time zone database 2024a has them.
    [Theory]
    [InlineData("Asia/Tehran", "2026-07-01T12:00:00", 210)]
    [InlineData("Asia/Tehran", "2022-09-21T19:29:59", 270)]
    [InlineData("Asia/Tehran", "2022-09-21T19:30:00", 210)]
    [InlineData("Asia/Tehran", "2022-03-21T20:29:59", 210)]
    [InlineData("Asia/Tehran", "2022-03-21T20:30:00", 270)]
    [InlineData("Asia/Tehran", "2020-03-20T20:29:59", 210)]
    [InlineData("Asia/Tehran", "2020-03-20T20:30:00", 270)]
    [InlineData("Asia/Tehran", "2020-09-20T19:30:00", 210)]
    [InlineData("Asia/Tehran", "2008-03-20T20:30:00", 270)]
    [InlineData("Asia/Tehran", "2008-09-20T19:30:00", 210)]
    [InlineData("Asia/Tehran", "2023-06-01T00:00:00", 210)]
    [InlineData("Europe/Berlin", "2026-03-29T00:59:59", 60)]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00", 120)]
    [InlineData("Europe/Berlin", "2026-10-25T01:00:00", 60)]
    [InlineData("Europe/London", "2026-07-01T00:00:00", 60)]
    [InlineData("America/New_York", "2026-03-08T06:59:59", -300)]
    [InlineData("America/New_York", "2026-03-08T07:00:00", -240)]
    [InlineData("America/New_York", "2026-11-01T05:59:59", -240)]
    [InlineData("America/New_York", "2026-11-01T06:00:00", -300)]
    [InlineData("Asia/Dubai", "2026-07-01T00:00:00", 240)]
    [InlineData("Iran Standard Time", "2026-07-01T00:00:00", 210)]
    [InlineData(" asia/tehran ", "2026-07-01T00:00:00", 210)]
    [InlineData("+03:30", "2026-07-01T00:00:00", 210)]
    [InlineData("UTC+3:30", "2026-07-01T00:00:00", 210)]
    [InlineData("GMT-5", "2026-07-01T00:00:00", -300)]
    [InlineData("UTC", "2026-07-01T00:00:00", 0)]
    public void A_zone_is_so_many_minutes_ahead(string name, string utc, int minutes)
    {
        var moment = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

        Assert.Equal(TimeSpan.FromMinutes(minutes), ZoneTable.Find(name)!.OffsetAt(moment));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Asia/Atlantis")]
    [InlineData("+15:00")]
    [InlineData("+03:60")]
    [InlineData("03:30")]
    [InlineData("+3:3:0")]
    public void What_is_no_zone_is_none(string? name) => Assert.Null(ZoneTable.Find(name));

    [Theory]
    [InlineData("1405/01/13", 1405, 1, 13)]
    [InlineData("۱۴۰۵-۱-۱۳", 1405, 1, 13)]
    [InlineData("1403/12/30", 1403, 12, 30)]
    [InlineData("12/30", 0, 12, 30)]
    [InlineData(" 01/13 ", 0, 1, 13)]
    public void A_jalali_day_is_read_as_people_write_it(string text, int year, int month, int day) =>
        Assert.Equal(new JalaliDay(year, month, day), JalaliDay.Parse(text));

    [Theory]
    [InlineData("1404/12/30")]
    [InlineData("1405/13/01")]
    [InlineData("1405/07/31")]
    [InlineData("2026/01/13")]
    [InlineData("1405")]
    [InlineData("1405/01/")]
    [InlineData("99999999999/1/1")]
    [InlineData("nowruz")]
    [InlineData(null)]
    public void What_is_no_jalali_day_is_none(string? text) => Assert.Null(JalaliDay.Parse(text));

    [Fact]
    public void Nowruz_of_1405_is_the_twenty_first_of_march_2026() =>
        Assert.Equal(new JalaliDay(1405, 1, 1), JalaliDay.Of(new DateTime(2026, 3, 21, 0, 0, 0, DateTimeKind.Unspecified)));
}
