using System;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>
/// Stops two automatic repliers that answer each other: a number gets only so many automatic answers an hour, whatever the
/// rules say.
/// </summary>
public static class ReplyBudget
{
    /// <summary>Where the setting says nothing.</summary>
    public const int Usual = 10;

    private static readonly TimeSpan _window = TimeSpan.FromHours(1);

    /// <summary>Asks whether one more answer may go to the sender.</summary>
    /// <param name="composition">The execution.</param>
    /// <param name="message">The incoming message; what has been answered to it already (an earlier run) is not counted.</param>
    /// <param name="setting">Of the line.</param>
    /// <exception cref="RefusalException">It has had enough.</exception>
    public static void Demand(Composition composition, SmsRow message, SmsSettingRow setting)
    {
        var most = setting.ReplyLimit ?? Usual;
        var query = new QueryExpression(Sms.LogicalName) { ColumnSet = new ColumnSet(Sms.PrimaryId), TopCount = most <= 0 ? 1 : most };
        query.Criteria.AddCondition(Sms.Columns.PhoneNumber, ConditionOperator.Equal, message.PhoneNumber);
        query.Criteria.AddCondition(Sms.Columns.Lane, ConditionOperator.Equal, (int)Lane.Reply);
        query.Criteria.AddCondition(Sms.Columns.IsAutomatic, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(Sms.Columns.InReplyToId, ConditionOperator.NotEqual, message.Id);
        query.Criteria.AddCondition(StandardColumns.CreatedOn, ConditionOperator.GreaterEqual, composition.Services.Clock() - _window);
        if (most <= 0 || composition.Services.System.RetrieveMultiple(query).Entities.Count >= most)
        {
            throw new RefusalException(
                "reply-limit",
                "No automatic answer was sent: this number has had as many within the hour as the SMS setting allows.",
                "پاسخ خودکار فرستاده نشد: این شماره در یک ساعت به اندازه سقف تنظیم پیامک پاسخ گرفته است.");
        }
    }
}
