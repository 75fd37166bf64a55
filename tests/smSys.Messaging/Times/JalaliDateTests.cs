using System.Globalization;
using smSys.Messaging.Times;

namespace smSys.Messaging.Tests.Times;

public class JalaliDateTests
{
    [Fact]
    public void Every_day_from_the_year_1178_to_1501_is_that_of_the_official_calendar()
    {
        var calendar = new PersianCalendar();
        var last = calendar.ToDateTime(1501, 12, 29, 0, 0, 0, 0);
        for (var day = calendar.ToDateTime(1178, 1, 1, 0, 0, 0, 0); day <= last; day = day.AddDays(1))
        {
            var date = JalaliDate.Of(day.AddHours(23));
            if (date.Year != calendar.GetYear(day) || date.Month != calendar.GetMonth(day) || date.Day != calendar.GetDayOfMonth(day))
            {
                Assert.Fail(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $" became {date.Year}/{date.Month}/{date.Day}.");
            }
        }
    }

    [Theory]
    [InlineData("0622-03-22")]
    [InlineData("1700-01-01")]
    [InlineData("2400-06-01")]
    [InlineData("9999-12-31")]
    public void Other_days_are_left_to_the_platforms_calendar(string day)
    {
        var (calendar, date) = (new PersianCalendar(), DateTime.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(
            (calendar.GetYear(date), calendar.GetMonth(date), calendar.GetDayOfMonth(date)),
            (JalaliDate.Of(date).Year, JalaliDate.Of(date).Month, JalaliDate.Of(date).Day));
    }
}
