using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Plugins.Settings;

/// <summary>Keeps credentials in a table that no role may touch. Works as SYSTEM, inside the caller's transaction.</summary>
public static class SecretBox
{
    /// <summary>Stores the secret of a setting in place of the one before.</summary>
    public static void Store(IOrganizationService system, Guid settingId, string secret)
    {
        var query = new QueryExpression(SmsSecret.LogicalName) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SmsSecret.Columns.SettingId, ConditionOperator.Equal, settingId);
        if (system.First(query) is { } stored)
        {
            system.Update(new SmsSecretRow(stored.Id) { Secret = secret }.Record);
            return;
        }

        system.Create(new SmsSecretRow
        {
            Name = settingId.ToString("D"),
            SettingId = new EntityReference(SmsSetting.LogicalName, settingId),
            Secret = secret,
        }.Record);
    }
}
