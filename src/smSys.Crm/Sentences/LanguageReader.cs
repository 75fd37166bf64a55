using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Text;

namespace smSys.Crm.Sentences;

/// <summary>
/// Finds out which language to speak, by the rule of the scripts: Dynamics itself has no Persian in many organisations, so the
/// <c>Language</c> of the default setting can make it Persian for everybody.
/// </summary>
public static class LanguageReader
{
    /// <summary>
    /// The language for one user: Persian when their screens or the default setting are; what they have chosen otherwise; the
    /// organisation's base language when they have chosen none.
    /// </summary>
    public static Language OfUser(IOrganizationService system, Guid userId)
    {
        var chosen = system.Find("usersettings", "systemuserid", userId, "uilanguageid")?.GetAttributeValue<int?>("uilanguageid") ?? 0;
        return chosen == (int)Language.Persian || OfDefaultSetting(system) == (int)Language.Persian ? Language.Persian
            : chosen == 0 ? OfBase(system)
            : Languages.FromLcid(chosen);
    }

    /// <summary>The language of notes on records, which many read: that of the default setting, else the organisation's base language.</summary>
    public static Language OfOrganization(IOrganizationService system) =>
        OfDefaultSetting(system) is { } language ? Languages.FromLcid(language) : OfBase(system);

    private static Language OfBase(IOrganizationService system)
    {
        var organization = system.First(new QueryExpression("organization") { ColumnSet = new ColumnSet("languagecode") });
        return Languages.FromLcid(organization?.GetAttributeValue<int?>("languagecode") ?? 0);
    }

    private static int? OfDefaultSetting(IOrganizationService system)
    {
        var query = new QueryExpression(SmsSetting.LogicalName) { ColumnSet = new ColumnSet(SmsSetting.Columns.Language) };
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsSetting.State.Active);
        query.Criteria.AddCondition(SmsSetting.Columns.MadeDefaultOn, ConditionOperator.NotNull);
        query.AddOrder(SmsSetting.Columns.MadeDefaultOn, OrderType.Descending);
        query.AddOrder(SmsSetting.PrimaryId, OrderType.Ascending);
        return system.First(query) is { } setting ? new SmsSettingRow(setting).Language : null;
    }
}
