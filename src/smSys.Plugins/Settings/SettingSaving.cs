using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Organizations;
using smSys.Crm.Secrets;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Times;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Settings;

/// <summary>
/// Completes a setting before it is written: a new password is taken out of the row and sealed for the account it was typed for,
/// an account that changes without one is refused, so is a provider's description that cannot be used, the account is worked out, and arming binds the setting to this organisation.
/// </summary>
[Step("Create", SmsSetting.LogicalName, Stage.PreOperation)]
[Step("Update", SmsSetting.LogicalName, Stage.PreOperation,
    Filters =
    [
        SmsSetting.Columns.NewSecret, SmsSetting.Columns.HasSecret, SmsSetting.Columns.ProviderKind, SmsSetting.Columns.Address,
        SmsSetting.Columns.UserName, SmsSetting.Columns.Options, SmsSetting.Columns.Account, SmsSetting.Columns.MadeDefaultOn, SmsSetting.Columns.ArmedOn,
        SmsSetting.Columns.ArmedOrganisationId, SmsSetting.Columns.ArmedAddress, SmsSetting.Columns.QuietTimeZone,
    ],
    Before =
    [
        SmsSetting.Columns.ProviderKind, SmsSetting.Columns.Address, SmsSetting.Columns.UserName, SmsSetting.Columns.Options,
        SmsSetting.Columns.HasSecret,
    ])]
public sealed class SettingSaving : PlugIn
{
    /// <summary>Where a new setting's secret waits until the setting's row stands.</summary>
    public const string WaitingSecret = "smsys_newsecret";

    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var isNew = string.Equals(services.Context.MessageName, "Create", StringComparison.Ordinal);
        var setting = new SmsSettingRow(services.Target);
        var whole = new SmsSettingRow(Merged(services));
        if (isNew || setting.Record.Contains(SmsSetting.Columns.Options) || setting.Record.Contains(SmsSetting.Columns.ProviderKind))
        {
            DescriptionCheck.Judge(whole);
        }

        TakeSecret(setting, whole, isNew, services);
        WorkOutAccount(setting, whole);
        Arm(setting, isNew, services);
        DemandZone(setting);
        if (setting.MadeDefaultOn is not null)
        {
            // By the server's clock: the newest is the default, and clocks of browsers differ.
            setting.MadeDefaultOn = services.Clock();
        }
        else if (isNew && new SettingReader(services.System).ReadDefault() is null)
        {
            setting.MadeDefaultOn = services.Clock();
        }
    }

    private static void TakeSecret(SmsSettingRow setting, SmsSettingRow whole, bool isNew, StepServices services)
    {
        var secret = setting.NewSecret;
        var before = new SmsSettingRow(services.Before);
        setting.Record.Attributes.Remove(SmsSetting.Columns.NewSecret);
        setting.Record.Attributes.Remove(SmsSetting.Columns.HasSecret);
        if (string.IsNullOrEmpty(secret))
        {
            if (isNew)
            {
                setting.HasSecret = false;
            }
            else if (before.HasSecret == true && !SecretBinding.AreSame(SecretBinding.Of(before), SecretBinding.Of(whole)))
            {
                throw SecretStore.TypeAgain();
            }

            return;
        }

        setting.HasSecret = true;
        if (isNew)
        {
            services.Context.SharedVariables[WaitingSecret] = secret!;
        }
        else
        {
            services.Secrets.Store(whole.Id, SecretBinding.Of(whole), secret!);
        }
    }

    private static void WorkOutAccount(SmsSettingRow setting, SmsSettingRow whole)
    {
        setting.Record.Attributes.Remove(SmsSetting.Columns.Account);
        if (!string.IsNullOrWhiteSpace(whole.Address) && !Uri.TryCreate(whole.Address, UriKind.Absolute, out _))
        {
            throw new RefusalException(
                "setting-address",
                "The web address is not complete; write it with https:// in front.",
                "نشانی وب کامل نیست؛ آن را با https:// بنویسید.");
        }

        setting.Account = SettingAccount.Of(whole.ProviderKind, whole.Address, whole.UserName);
    }

    // The row as it will be, as far as the account goes.
    private static Entity Merged(StepServices services)
    {
        var merged = new Entity(SmsSetting.LogicalName, services.Context.PrimaryEntityId);
        foreach (var value in services.Before.Attributes.Concat(services.Target.Attributes))
        {
            merged[value.Key] = value.Value;
        }

        return merged;
    }

    private static void DemandZone(SmsSettingRow setting)
    {
        if (!string.IsNullOrWhiteSpace(setting.QuietTimeZone) && ZoneTable.Find(setting.QuietTimeZone) is null)
        {
            throw new RefusalException(
                "setting-zone",
                "The time zone is not known; write Asia/Tehran or an offset like +03:30.",
                "این منطقه زمانی شناخته نیست؛ Asia/Tehran یا اختلافی مانند +03:30 بنویسید.");
        }
    }

    private static void Arm(SmsSettingRow setting, bool isNew, StepServices services)
    {
        var isAsked = setting.ArmedOn is not null;
        setting.Record.Attributes.Remove(SmsSetting.Columns.ArmedOrganisationId);
        setting.Record.Attributes.Remove(SmsSetting.Columns.ArmedAddress);
        if (!isNew && !isAsked)
        {
            return;
        }

        var organization = OrganizationReader.Read(services.System);
        setting.ArmedOrganisationId = organization.Id.ToString("D");
        setting.ArmedAddress = organization.Address;
        setting.ArmedOn = services.Clock();
    }
}
