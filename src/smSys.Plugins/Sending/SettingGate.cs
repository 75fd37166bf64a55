using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Organizations;
using smSys.Crm.Processes;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;
using smSys.Plugins.Alerts;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Sending;

/// <summary>Lets a hand-over at an account happen, or pauses the account and tells its owner.</summary>
public sealed class SettingGate
{
    private readonly IOrganizationService _system;
    private readonly SettingPauser _pauser;
    private readonly ProcessStore _processes;
    private readonly Notes _notes;
    private readonly AlertDesk _alerts;
    private OrganizationIdentity? _organization;

    /// <summary>Works as SYSTEM.</summary>
    public SettingGate(IOrganizationService system, SettingPauser pauser, Notes notes, AlertDesk alerts)
    {
        _system = system;
        _pauser = pauser;
        _processes = new ProcessStore(system);
        _notes = notes;
        _alerts = alerts;
    }

    /// <summary>True when the setting is active and armed for this organisation; one that is not armed is paused.</summary>
    public bool IsOpen(AccountInUse account, DateTime now)
    {
        if (!account.IsActive)
        {
            return false;
        }

        _organization ??= OrganizationReader.Read(_system);
        if (SettingCheck.IsArmed(account.Setting, _organization))
        {
            return true;
        }

        if (_pauser.Pause(account.Setting.Id, PauseReason.NotArmed, _notes.Say(SettingCheck.NotArmed), now) is { } since)
        {
            _alerts.Raise(account.Setting, "not-armed", SettingCheck.NotArmed, since);
        }

        return false;
    }

    /// <summary>
    /// Pauses a setting for a fault of its account. Several jobs meet it at the same time: they all tell of the pause by its one
    /// moment, so the owner hears of it once, also when one of them dies in between.
    /// </summary>
    public void Pause(AccountInUse account, SettingPause pause, ProviderFault fault, DateTime now)
    {
        var reason = pause == SettingPause.Credit ? PauseReason.LowBalance : PauseReason.SignIn;
        var sentence = pause == SettingPause.Credit
            ? new Sentence("The account has no credit left. Sending goes on after a top-up.", "اعتبار حساب تمام شده است. پس از افزایش اعتبار ارسال ادامه می‌یابد.")
            : new Sentence("The provider does not accept the account. Mend the setting and make it active again.", "سرویس‌دهنده حساب را نمی‌پذیرد. تنظیم را درست و دوباره فعال کنید.");
        var pausedOn = _pauser.Pause(account.Setting.Id, reason, _notes.Say(sentence) + " [" + fault.Code + "] " + fault.Words, now);
        account.WasPaused = true;
        if (pausedOn is not { } since)
        {
            return;
        }

        if (pause == SettingPause.Credit)
        {
            // What is left now is what a top-up is told by; the balance that stands there may be an hour old.
            ReadBalance(account.Setting.Id, now);
        }

        _alerts.Raise(account.Setting, pause == SettingPause.Credit ? "credit" : "sign-in", sentence, since);
    }

    private void ReadBalance(Guid settingId, DateTime now)
    {
        var id = ProcessIds.Of(ProcessKind.Balance, settingId);
        if (_processes.Read(id) is { Statecode: SmsProcess.State.Active })
        {
            _processes.Wake(id, now, atOnce: false);
        }
    }
}
