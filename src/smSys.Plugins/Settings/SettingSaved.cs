using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Secrets;
using smSys.Crm.Tables;
using smSys.Plugins.Processes;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Settings;

/// <summary>
/// Follows a saved setting: a new one gets its secret and its standing processes, a changed account is copied to its lines, and
/// one that somebody made active again loses the reason for which it was paused, and one that a person pauses is theirs. One that lacks a standing process gets it,
/// and a changed interval is the processes' at once.
/// </summary>
[Step("Create", SmsSetting.LogicalName, Stage.PostOperation)]
[Step("Update", SmsSetting.LogicalName, Stage.PostOperation,
    Filters =
    [
        StandardColumns.Status, SmsSetting.Columns.ProviderKind, SmsSetting.Columns.Address, SmsSetting.Columns.UserName,
        SmsSetting.Columns.LastBeatOn, SmsSetting.Columns.PollInterval,
    ])]
public sealed class SettingSaved : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var setting = new SmsSettingRow(services.Target);
        if (string.Equals(services.Context.MessageName, "Create", StringComparison.Ordinal))
        {
            Equip(setting, services);
            return;
        }

        if (setting.Account is not null)
        {
            CopyAccount(services.Context.PrimaryEntityId, setting.Account, services.System);
        }

        if (setting.Statuscode == SmsSetting.Status.Active)
        {
            var change = new SmsSettingRow(services.Context.PrimaryEntityId) { PauseReason = null, PauseNote = null, PausedOn = null };
            services.System.Update(change.Record);
        }
        else if (setting.Statuscode == SmsSetting.Status.Paused && !services.IsEngine)
        {
            // Also over a reason of smSys' own: only the person ends it now.
            services.System.Update(new SmsSettingRow(services.Context.PrimaryEntityId)
            {
                PauseReason = PauseReason.ByUser, PauseNote = null, PausedOn = services.Clock(),
            }.Record);
        }

        Seed(services.Context.PrimaryEntityId, services);
        if (setting.Record.Contains(SmsSetting.Columns.PollInterval))
        {
            new ProcessSeeder(services.System).ChangeInterval(services.Context.PrimaryEntityId, setting.PollInterval, services.Clock());
        }
    }

    private static void Equip(SmsSettingRow setting, StepServices services)
    {
        var id = services.Context.PrimaryEntityId != Guid.Empty
            ? services.Context.PrimaryEntityId
            : (Guid)services.Context.OutputParameters["id"];
        var shared = services.Context.SharedVariables;
        if (shared.Contains(SettingSaving.WaitingSecret))
        {
            var binding = SecretBinding.Of(id, setting.ProviderKind, setting.Address, setting.UserName, setting.Options);
            services.Secrets.Store(id, binding, (string)shared[SettingSaving.WaitingSecret]);
            shared.Remove(SettingSaving.WaitingSecret);
        }

        Seed(id, services);
    }

    // Also at each sign of life, every few minutes: a setting from before gets the kinds of processes that a new version brings.
    private static void Seed(Guid id, StepServices services)
    {
        if (services.System.Find(
            SmsSetting.LogicalName, SmsSetting.PrimaryId, id, SmsSetting.Columns.Name, SmsSetting.Columns.PollInterval, StandardColumns.State) is { } row
            && new SmsSettingRow(row) is { Statecode: SmsSetting.State.Active } setting)
        {
            new ProcessSeeder(services.System).SeedSetting(setting.Reference, setting.Name ?? string.Empty, setting.PollInterval, services.Clock());
        }
    }

    private static void CopyAccount(Guid settingId, string account, IOrganizationService system)
    {
        var query = new QueryExpression(SmsNumber.LogicalName) { ColumnSet = new ColumnSet(SmsNumber.Columns.Account) };
        query.Criteria.AddCondition(SmsNumber.Columns.SettingId, ConditionOperator.Equal, settingId);
        foreach (var line in system.RetrieveMultiple(query).Entities)
        {
            if (!string.Equals(new SmsNumberRow(line).Account, account, StringComparison.Ordinal))
            {
                system.Update(new SmsNumberRow(line.Id) { Account = account }.Record);
            }
        }
    }
}
