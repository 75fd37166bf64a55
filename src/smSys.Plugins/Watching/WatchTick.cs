using System;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Health;
using smSys.Plugins.Accounts;
using smSys.Plugins.Health;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Watching;

/// <summary>
/// The watch of a setting: raises the dead-man alarms, tries an account again that smSys paused or left, and takes its messages
/// back when it is well.
/// </summary>
public sealed class WatchTick : IProcessTick
{
    // Where nothing harmless can be asked for, time is the only sign.
    private static readonly TimeSpan _blindWait = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var now = composition.Services.Clock();
        var book = new AlarmBook(process.Cursor);
        var alarms = new Alarms(composition, account, book);
        if (process.LastRunOn is { } last && now - last > HeartBeatAlarm.Silence)
        {
            alarms.HeartWasAway(last, now);
        }

        alarms.Look(now);
        var mended = Mend(composition, account, now);
        var result = TickResult.Later((book.On.Count == 0 ? "All quiet." : "Alarms: " + string.Join(", ", book.On) + ".") + mended);
        result.Change.Cursor = book.ToString();
        if (alarms.HasTold)
        {
            result.Change.AlertedOn = now;
        }

        return result;
    }

    private static string Mend(Composition composition, AccountInUse account, DateTime now)
    {
        var setting = account.Setting;
        var isPaused = setting.Statuscode == SmsSetting.Status.Paused;
        if (isPaused && setting.PauseReason == PauseReason.ErrorRate)
        {
            if (!IsWell(account, setting.PausedOn, now))
            {
                composition.Failover.Consider(setting.Id, now);
                return " The provider is still ill.";
            }

            // What was written down while it was ill would make it pause again at the first fault.
            new RowWriter(composition.Services.System).Update(new SmsSettingRow(setting.Id) { HealthNote = null }.Record);
            composition.Pauser.Resume(setting.Id, PauseReason.ErrorRate);
            return " The provider is well; sending goes on.";
        }

        if (setting.StandInId is not null)
        {
            composition.Failover.Consider(setting.Id, now, account.IsActive && IsWell(account, setting.FailedOverOn, now));
        }
        else if (isPaused || HealthKeeper.Of(setting, now) == HealthVerdict.Ill)
        {
            composition.Failover.Consider(setting.Id, now);
        }

        return string.Empty;
    }

    private static bool IsWell(AccountInUse account, DateTime? since, DateTime now) =>
        AccountProbe.Try(account) is not { } fault
        || (fault.Code == AccountProbe.CannotTry && (since is not { } left || now - left >= _blindWait));
}
