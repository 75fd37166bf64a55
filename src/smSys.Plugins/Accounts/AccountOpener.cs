using System;
using smSys.Crm.Secrets;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Plugins.Accounts;

/// <summary>Opens the provider behind a setting, with its secret.</summary>
public sealed class AccountOpener
{
    private readonly SettingReader _settings;
    private readonly SecretStore _secrets;
    private readonly Func<string, ProviderAccount, ISmsProvider> _create;

    /// <summary>An opener.</summary>
    /// <param name="settings">Reads as SYSTEM.</param>
    /// <param name="secrets">Reads as SYSTEM too.</param>
    /// <param name="create">Makes the adapter of a provider kind; in the product the catalogue of smSys.Providers.</param>
    public AccountOpener(SettingReader settings, SecretStore secrets, Func<string, ProviderAccount, ISmsProvider> create)
    {
        _settings = settings;
        _secrets = secrets;
        _create = create;
    }

    /// <summary>Told when a setting's password was typed for another account, so that the setting rests until it is typed again.</summary>
    public Action<SmsSettingRow, RefusalException>? Refused { get; init; }

    /// <summary>Opens a setting that was read.</summary>
    /// <exception cref="RefusalException">Kind or address are missing, no adapter is there for the kind, or the password was typed for another account.</exception>
    public AccountInUse Open(SmsSettingRow setting) => Open(setting, setting);

    /// <summary>Opens a setting by its id; null when the setting is gone.</summary>
    /// <exception cref="RefusalException">As <see cref="Open(SmsSettingRow)"/>.</exception>
    public AccountInUse? Open(Guid settingId) => _settings.Read(settingId) is { } setting ? Open(setting) : null;

    /// <summary>
    /// Opens the account that sends for a setting: its own, or that of its stand-in while smSys lets another one send. What an
    /// attempt left open is asked about at the account that took it, never here.
    /// </summary>
    /// <returns>Null when the setting is gone.</returns>
    /// <exception cref="RefusalException">As <see cref="Open(SmsSettingRow)"/>.</exception>
    public AccountInUse? OpenForSending(Guid settingId)
    {
        if (_settings.Read(settingId) is not { } home)
        {
            return null;
        }

        var standIn = home.StandInId is { } other ? _settings.Read(other.Id) : null;
        return standIn is not null && StandInRules.MayStandIn(standIn, home) ? Open(standIn, home) : Open(home);
    }

    private AccountInUse Open(SmsSettingRow setting, SmsSettingRow home)
    {
        var kind = setting.ProviderKind?.ToString() ?? throw new RefusalException(
            "setting-kind",
            "The SMS setting names no provider; choose one.",
            "در تنظیم پیامک سرویس‌دهنده انتخاب نشده است؛ یکی را انتخاب کنید.");
        var account = ProviderAccounts.From(setting, SecretOf(setting));
        try
        {
            var name = SettingAccount.Of(setting.ProviderKind, setting.Address, setting.UserName);
            return new AccountInUse(setting, name, account, _create(kind, account), home);
        }
        catch (ArgumentException)
        {
            throw new RefusalException(
                "provider-unknown",
                "This version of smSys has no adapter for the provider " + kind + "; choose another one or the kind HTTP.",
                "این نسخه برای سرویس‌دهنده " + kind + " رابطی ندارد؛ سرویس‌دهنده دیگر یا نوع HTTP را انتخاب کنید.");
        }
    }

    private string SecretOf(SmsSettingRow setting)
    {
        try
        {
            return _secrets.Read(setting);
        }
        catch (RefusalException refusal)
        {
            Refused?.Invoke(setting, refusal);
            throw;
        }
    }
}
