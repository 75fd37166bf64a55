using System;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Accounts;

/// <summary>What a setting says of trying again.</summary>
public static class RetryPolicies
{
    /// <summary>How often and how soon; what the setting leaves open is as usual.</summary>
    public static RetryPolicy Of(SmsSettingRow setting)
    {
        var standard = new RetryPolicy();
        return standard with
        {
            MaximumAttempts = setting.MaximumAttempts is { } most && most > 0 ? most : standard.MaximumAttempts,
            FirstInterval = setting.RetryInterval is { } seconds && seconds > 0 ? TimeSpan.FromSeconds(seconds) : standard.FirstInterval,
            ResendsUnknown = setting.RetryUnknown ?? false,
        };
    }
}
