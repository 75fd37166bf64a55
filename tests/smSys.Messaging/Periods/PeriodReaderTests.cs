using System.Globalization;
using smSys.Messaging.Periods;

namespace smSys.Messaging.Tests.Periods;

public class PeriodReaderTests
{
    // 1405/09/06, a Friday.
    private static readonly DateTime Today = new(2026, 11, 27, 14, 0, 0);

    [Theory]
    [InlineData("", "2026-11-22", "2026-12-21")]
    [InlineData("این ماه", "2026-11-22", "2026-12-21")]
    [InlineData("ماه‌گذشته", "2026-10-23", "2026-11-21")]
    [InlineData("ماه قبل", "2026-10-23", "2026-11-21")]
    [InlineData("last month", "2026-10-01", "2026-10-31")]
    [InlineData("this month", "2026-11-01", "2026-11-30")]
    [InlineData("مهر", "2026-09-23", "2026-10-22")]
    [InlineData("مهرِ ۱۴۰۴", "2025-09-23", "2025-10-22")]
    [InlineData("۱۴۰۴ مهر ماه", "2025-09-23", "2025-10-22")]
    [InlineData("اسفند", "2026-02-20", "2026-03-20")]
    [InlineData("امرداد", "2026-07-23", "2026-08-22")]
    [InlineData("1405/7", "2026-09-23", "2026-10-22")]
    [InlineData("October 2026", "2026-10-01", "2026-10-31")]
    [InlineData("dec", "2025-12-01", "2025-12-31")]
    [InlineData("نوامبر", "2026-11-01", "2026-11-30")]
    [InlineData("۱۴۰۵/۰۹/۰۶", "2026-11-27", "2026-11-27")]
    [InlineData("6/9/1405", "2026-11-27", "2026-11-27")]
    [InlineData("از ۱۴۰۵/۰۱/۰۱ تا ۱۴۰۵/۰۲/۱۵", "2026-03-21", "2026-05-05")]
    [InlineData("از ۱۴۰۵/۰۲/۱۵ تا ۱۴۰۵/۰۱/۰۱", "2026-03-21", "2026-05-05")]
    [InlineData("۱۴۰۵/۰۱/۰۱، ۱۴۰۵/۰۲/۱۵", "2026-03-21", "2026-05-05")]
    [InlineData("from 2026-01-05 to 2026-02-06", "2026-01-05", "2026-02-06")]
    [InlineData("فروردین تا خرداد", "2026-03-21", "2026-06-21")]
    [InlineData("دی تا مهر", "2025-12-22", "2026-10-22")]
    [InlineData("امسال", "2026-03-21", "2027-03-20")]
    [InlineData("پارسال", "2025-03-21", "2026-03-20")]
    [InlineData("1404", "2025-03-21", "2026-03-20")]
    [InlineData("امروز", "2026-11-27", "2026-11-27")]
    [InlineData("yesterday", "2026-11-26", "2026-11-26")]
    [InlineData("۷ روز گذشته", "2026-11-21", "2026-11-27")]
    public void A_period_is_read_as_customers_write_it(string text, string first, string last)
    {
        var period = PeriodReader.Read(text, Today);

        Assert.True(period.IsUnderstood);
        Assert.Equal((first, last), (Day(period.From), Day(period.LastDay)));
    }

    [Theory]
    [InlineData("سگ و گربه")]
    [InlineData("۱۴۰۵/۱۳/۰۱")]
    [InlineData("1405/12/30")]
    [InlineData("99999999999999999999")]
    [InlineData("تا")]
    [InlineData("از مهر تا نمی‌دانم")]
    public void What_is_no_period_is_this_month_and_says_so(string text)
    {
        var period = PeriodReader.Read(text, Today);

        Assert.False(period.IsUnderstood);
        Assert.Equal("2026-11-22", Day(period.From));
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
