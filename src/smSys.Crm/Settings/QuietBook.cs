using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;
using smSys.Messaging.Times;

namespace smSys.Crm.Settings;

/// <summary>The quiet hours of settings with the organisation's quiet days, which are read once an execution, when needed.</summary>
public sealed class QuietBook
{
    private readonly IOrganizationService _system;
    private QuietDays? _days;

    /// <summary>Reads as SYSTEM.</summary>
    public QuietBook(IOrganizationService system) => _system = system;

    /// <summary>The quiet hours of a setting, on its own clock; Tehran's when it names no zone that is known.</summary>
    public QuietHours Of(SmsSettingRow setting) =>
        new(ZoneTable.Find(setting.QuietTimeZone) ?? ZoneTable.Tehran, setting.QuietFrom, setting.QuietUntil, Days);

    /// <summary>Until when a setting's advertising is held; null: it may go out now. Messages of the class service are never held.</summary>
    public DateTime? HeldUntil(SmsSettingRow setting, MessageClass? messageClass, DateTime now) =>
        messageClass == MessageClass.Advertising ? Of(setting).HeldUntil(now) : null;

    private QuietDays Days
    {
        get
        {
            if (_days is null)
            {
                var query = new QueryExpression(SmsHoliday.LogicalName)
                {
                    ColumnSet = new ColumnSet(SmsHoliday.Columns.JalaliDate, SmsHoliday.Columns.Yearly),
                };
                query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsHoliday.State.Active);
                _days = new QuietDays(_system.RetrieveMultiple(query).Entities.Select(DayOf).OfType<JalaliDay>());
            }

            return _days;
        }
    }

    private static JalaliDay? DayOf(Entity row)
    {
        var holiday = new SmsHolidayRow(row);
        var day = JalaliDay.Parse(holiday.JalaliDate);
        return holiday.Yearly ?? false ? day?.EveryYear : day;
    }
}
