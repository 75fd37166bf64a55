using System;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Crm.Settings;

/// <summary>Makes what an adapter needs out of a setting's row and its secret.</summary>
public static class ProviderAccounts
{
    /// <summary>The account.</summary>
    /// <exception cref="RefusalException">The address is missing or not an absolute web address.</exception>
    public static ProviderAccount From(SmsSettingRow setting, string secret)
    {
        if (!Uri.TryCreate(setting.Address, UriKind.Absolute, out var address))
        {
            throw new RefusalException(
                "setting-address",
                "The SMS setting has no valid web address; enter the address of the provider's web service.",
                "تنظیم پیامک نشانی درستی ندارد؛ نشانی وب‌سرویس سرویس‌دهنده را وارد کنید.");
        }

        var defaults = new ProviderAccount { Address = address };
        return new ProviderAccount
        {
            Address = address,
            UserName = setting.UserName ?? string.Empty,
            Secret = secret,
            AllowPlainHttp = setting.AllowPlainHttp ?? false,
            SingleTimeout = Seconds(setting.SingleTimeout, 30) ?? defaults.SingleTimeout,
            BatchTimeout = Seconds(setting.BatchTimeout, 45) ?? defaults.BatchTimeout,
            Options = SettingOptions.Parse(setting.Options),
        };
    }

    // A longer wait would not fit into the two minutes that a step has.
    private static TimeSpan? Seconds(int? value, int most) =>
        value is { } seconds && seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, most)) : null;
}
