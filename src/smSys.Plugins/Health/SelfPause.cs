using System;
using smSys.Crm.Tables;
using smSys.Messaging.Health;

namespace smSys.Plugins.Health;

/// <summary>
/// Whether a bulk has to pause by itself, and whether it may go on: a bulk leaves what a low balance still pays for to single
/// messages, and does not beat on a provider that is ill.
/// </summary>
public static class SelfPause
{
    /// <summary>Why a bulk that would send by a setting has to pause now; null: it need not.</summary>
    /// <param name="setting">The one that sends, as just read.</param>
    /// <param name="now">UTC.</param>
    public static PauseReason? Judge(SmsSettingRow setting, DateTime now)
    {
        if (setting.Statuscode == SmsSetting.Status.Paused)
        {
            return setting.PauseReason ?? PauseReason.ByUser;
        }

        if (setting.LowBalance is { } limit && setting.Balance is { } balance && balance < limit)
        {
            return PauseReason.LowBalance;
        }

        return HealthKeeper.Of(setting, now) == HealthVerdict.Ill ? PauseReason.ErrorRate : null;
    }

    /// <summary>True when a bulk that paused by itself may go on; one that a person paused never does.</summary>
    public static bool MayGoOn(PauseReason? reason, SmsSettingRow setting, DateTime now) =>
        reason is PauseReason.LowBalance or PauseReason.ErrorRate or PauseReason.SignIn or PauseReason.NotArmed
        && setting.Statecode == SmsSetting.State.Active
        && Judge(setting, now) is null;
}
