using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Settings beside an organisation's first one, and what their owners are told.</summary>
internal static class FurtherSettings
{
    /// <summary>A further setting with a line, at a provider that was started along.</summary>
    public static Guid AddSetting(this EngineOrganization organization, ProviderKind kind, Action<SmsSettingRow>? change = null)
    {
        var simulator = organization.Simulators[kind.ToString()];
        var setting = new SmsSettingRow
        {
            Name = kind.ToString(),
            ProviderKind = kind,
            Address = simulator.PublicAddress.ToString(),
            AllowPlainHttp = true,
            UserName = simulator.Account.UserName,
            NewSecret = simulator.Account.Secret,
            SingleTimeout = 2,
            BatchTimeout = 4,
        };
        change?.Invoke(setting);
        var id = organization.Admin.Create(setting.Record);
        var line = organization.Admin.Create(new SmsNumberRow
        {
            Name = "other",
            Line = simulator.Account.Lines[0],
            SettingId = new EntityReference(SmsSetting.LogicalName, id),
        }.Record);
        organization.Admin.Update(new SmsSettingRow(id) { DefaultNumberId = new EntityReference(SmsNumber.LogicalName, line) }.Record);
        return id;
    }

    /// <summary>The alerts of a code that stand as tasks.</summary>
    public static IReadOnlyList<Entity> Alerts(this EngineOrganization organization, string code) =>
        [.. organization.All("task").Where(task => task.GetAttributeValue<string>("subject").EndsWith(" – " + code, StringComparison.Ordinal))];
}
