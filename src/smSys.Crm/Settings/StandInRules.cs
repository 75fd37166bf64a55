using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Settings;

/// <summary>When a setting may send for another one.</summary>
public static class StandInRules
{
    /// <summary>What the rules look at, of both settings.</summary>
    public static string[] Columns { get; } =
    [
        SmsSetting.PrimaryId, StandardColumns.State, StandardColumns.Status, SmsSetting.Columns.PauseReason, SmsSetting.Columns.TestMode,
    ];

    /// <summary>A person's pause is an order to everybody, and a test stays a test.</summary>
    public static bool MayStandIn(SmsSettingRow standIn, SmsSettingRow home) =>
        standIn.Statecode == SmsSetting.State.Active
        && standIn.Statuscode == SmsSetting.Status.Active
        && !(standIn.TestMode ?? false)
        && !(home.TestMode ?? false)
        && home.Statecode == SmsSetting.State.Active
        && (home.Statuscode == SmsSetting.Status.Active
            || home.PauseReason is PauseReason.SignIn or PauseReason.LowBalance or PauseReason.ErrorRate);
}
