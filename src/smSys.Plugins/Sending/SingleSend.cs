using System;
using smSys.Crm.Tables;
using smSys.Plugins.Accounts;
using smSys.Plugins.Watching;

namespace smSys.Plugins.Sending;

/// <summary>Sends one message at once, if its account's slot is free; else it stays queued for the account's Resend process.</summary>
public static class SingleSend
{
    /// <summary>Sends what was just read.</summary>
    public static void Run(Composition composition, SmsRow message)
    {
        var services = composition.Services;
        if (message.SettingId is null)
        {
            services.Trace("The message has no SMS setting; it stays where it is.");
            return;
        }

        using var account = OpenFor(composition, message);
        if (account is not null)
        {
            HeartBeatAlarm.Look(composition, account.Home);
        }

        if (account?.SendPace > TimeSpan.Zero && account.Setting.NextSlotOn > services.Clock())
        {
            services.Trace("The account's slot is taken; Resend goes on.");
            return;
        }

        if (account is null || !composition.Gate.IsOpen(account, services.Clock()))
        {
            services.Trace("The SMS setting is paused, not armed or gone; the message waits for it.");
            return;
        }

        var result = new HandOver(composition.HandOverDoors, account).Run(new[] { message });
        composition.Health.Note(account, services.Clock());
        services.Trace(result.ComeAgainOn is null ? "Handed over: " + result.Sent : "The account's slot is taken; Resend goes on.");
    }

    // What an attempt left open goes out at the account that took it, if anywhere.
    private static AccountInUse? OpenFor(Composition composition, SmsRow message)
    {
        var settingId = message.SettingId!.Id;
        return string.IsNullOrEmpty(message.ReferenceColumn)
            ? composition.Accounts.OpenForSending(settingId)
            : composition.Accounts.Open(settingId);
    }
}
