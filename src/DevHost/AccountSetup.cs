using Microsoft.Xrm.Sdk;
using ProviderSimulators.Hosting;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost;

/// <summary>What an administrator enters to send by a provider: the setting and its line.</summary>
/// <param name="Setting">The account.</param>
/// <param name="Line">Its first line, which also receives.</param>
public sealed record AccountSetup(EntityReference Setting, EntityReference Line)
{
    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Enters the account of the provider's simulator; again, it changes nothing.</summary>
    public static AccountSetup Enter(LocalSystem system, LocalProvider provider) =>
        Enter(system.Service, provider, system.Simulators[provider.Name].PublicAddress, system.Simulators[provider.Name].Account, system.Timeouts);

    /// <summary>Enters an account at an address; again, it changes nothing.</summary>
    public static AccountSetup Enter(IOrganizationService service, LocalProvider provider, Uri address, SimulatedAccount account, LocalTimeouts timeout)
    {
        var setting = CreateOnce.Do(service, new SmsSettingRow(IdOf("setting " + provider.Name))
        {
            Name = provider.Title,
            ProviderKind = provider.Kind,
            Address = address.AbsoluteUri,
            AllowPlainHttp = true,
            UserName = account.UserName,
            NewSecret = account.Secret,
            Options = SettingOptions.Write(account.Options),
            SingleTimeout = timeout.SingleSeconds,
            BatchTimeout = timeout.BatchSeconds,
            PollInterval = 30,
            ValidityHours = 1,
            MaximumAttempts = 10,
            RetryInterval = 60,
            Separators = ":،, ",
        }.Record);
        var line = CreateOnce.Do(service, new SmsNumberRow(IdOf("line " + provider.Name))
        {
            Line = account.Lines[0],
            SettingId = setting,
            IsReceiving = true,
        }.Record);
        return new AccountSetup(setting, line);
    }

    private static Guid IdOf(string name) => DeterministicId.Create(IdTime, "journey", name);
}
