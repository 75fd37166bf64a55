using System;
using smSys.Crm.Tables;
using smSys.Messaging.Health;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Accounts;

/// <summary>A setting with its provider opened, for one execution.</summary>
public sealed class AccountInUse : IDisposable
{
    /// <summary>Opened by <see cref="AccountOpener"/>.</summary>
    public AccountInUse(SmsSettingRow setting, string name, ProviderAccount account, ISmsProvider provider, SmsSettingRow? home = null)
    {
        Setting = setting;
        Home = home ?? setting;
        Name = name;
        Provider = provider;
        SingleTimeout = account.SingleTimeout;
        BatchTimeout = account.BatchTimeout;
    }

    /// <summary>The setting as it stood when the execution began.</summary>
    public SmsSettingRow Setting { get; }

    /// <summary>The setting whose messages are sent: itself, or the one that this one stands in for.</summary>
    public SmsSettingRow Home { get; }

    /// <summary>Another setting's messages are sent.</summary>
    public bool IsStandIn => Home.Id != Setting.Id;

    /// <summary>What the calls of this execution say of the account's health; taken by the tick's end.</summary>
    public CallTally Calls { get; set; } = CallTally.None;

    /// <summary>A fault of the account made the engine pause the setting in this execution.</summary>
    public bool WasPaused { get; set; }

    /// <summary>Kind, host and user: what identifies the account, and what an attempt is asked about at.</summary>
    public string Name { get; }

    /// <summary>The provider.</summary>
    public ISmsProvider Provider { get; }

    /// <summary>How long a call with one message may take.</summary>
    public TimeSpan SingleTimeout { get; }

    /// <summary>How long a call with several may take.</summary>
    public TimeSpan BatchTimeout { get; }

    /// <summary>Sending is allowed by the setting's own state.</summary>
    public bool IsActive => Setting.Statecode == SmsSetting.State.Active && Setting.Statuscode == SmsSetting.Status.Active;

    /// <summary>The slower of what the provider documents and what the administrator wants.</summary>
    public TimeSpan SendPace
    {
        get
        {
            var wanted = TimeSpan.FromMilliseconds(Math.Max(0, Setting.SendPace ?? 0));
            var documented = Provider.Capabilities.SendPace;
            return wanted > documented ? wanted : documented;
        }
    }

    /// <summary>Single messages in one call: what the provider takes, or fewer if the administrator says so.</summary>
    public int SendLimit => Setting.BatchLimit is { } limit && limit > 0
        ? Math.Min(limit, Provider.Capabilities.SendLimit)
        : Provider.Capabilities.SendLimit;

    /// <summary>How often and how soon to try again.</summary>
    public RetryPolicy Policy => RetryPolicies.Of(Setting);

    /// <inheritdoc/>
    public void Dispose() => (Provider as IDisposable)?.Dispose();
}
