using System;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Times;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Settings;

/// <summary>A quiet day has to be a day of the Jalali calendar: one that cannot be read would be no quiet day at all.</summary>
[Step("Create", SmsHoliday.LogicalName, Stage.PreOperation)]
[Step("Update", SmsHoliday.LogicalName, Stage.PreOperation,
    Filters = [SmsHoliday.Columns.JalaliDate, SmsHoliday.Columns.Yearly], Before = [SmsHoliday.Columns.JalaliDate, SmsHoliday.Columns.Yearly])]
public sealed class QuietDaySaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var holiday = new SmsHolidayRow(services.Target);
        var before = new SmsHolidayRow(services.Before);
        var text = holiday.Record.Contains(SmsHoliday.Columns.JalaliDate) ? holiday.JalaliDate : before.JalaliDate;
        var isYearly = holiday.Record.Contains(SmsHoliday.Columns.Yearly) ? holiday.Yearly : before.Yearly;
        var day = JalaliDay.Parse(text);
        if (day is null || (day.Year == 0 && !(isYearly ?? false)))
        {
            throw new RefusalException(
                "quiet-day",
                "Enter the day by the Jalali calendar, like 1405/01/13; without the year only if it comes every year.",
                "روز را به تقویم شمسی وارد کنید، مانند ۱۴۰۵/۰۱/۱۳؛ بدون سال فقط اگر هر سال تکرار می‌شود.");
        }
    }
}
