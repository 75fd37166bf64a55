using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Settings;

/// <summary>
/// Pauses a setting and says why, so that a fault of the account burns no attempts of its messages. What a person paused or
/// deactivated stays as it is.
/// </summary>
public sealed class SettingPauser
{
    // A setting in use is written about once a second, and a pause or a resumption takes two writes at most.
    private const int Tries = 10;

    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Writes as SYSTEM.</summary>
    public SettingPauser(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>Pauses an active setting; the reason is written first, so that a paused setting always has one.</summary>
    /// <returns>
    /// Since when it is paused for this reason, the same for all who paused it at once; null when it is paused for another one,
    /// or a person has paused or deactivated it.
    /// </returns>
    public DateTime? Pause(Guid settingId, PauseReason reason, string note, DateTime now)
    {
        var isSaid = false;
        for (var attempt = 1; attempt <= Tries && Read(settingId) is { Statecode: SmsSetting.State.Active } setting; attempt++)
        {
            if (setting.Statuscode == SmsSetting.Status.Paused)
            {
                return setting.PauseReason == reason ? setting.PausedOn ?? now : null;
            }

            // Whoever was faster may have made it active again in between, without a reason.
            if (isSaid && setting.PauseReason is not null)
            {
                SetStatus(setting, SmsSetting.Status.Paused);
                continue;
            }

            isSaid |= _writer.UpdateIfUnchanged(
                new SmsSettingRow(settingId)
                {
                    PauseReason = reason,
                    PauseNote = note.Length > 500 ? note.Substring(0, 500) : note,
                    PausedOn = now,
                }.Record,
                setting.Record.RowVersion,
                null);
        }

        return null;
    }

    /// <summary>Lets a setting go on that smSys paused for a reason, when that is mended; a step of the table takes the reason away.</summary>
    public void Resume(Guid settingId, PauseReason reason)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (Read(settingId) is not { Statuscode: SmsSetting.Status.Paused } setting
                || setting.PauseReason != reason
                || SetStatus(setting, SmsSetting.Status.Active))
            {
                return;
            }
        }
    }

    private SmsSettingRow? Read(Guid settingId) =>
        _system.Find(
            SmsSetting.LogicalName, SmsSetting.PrimaryId, settingId,
            StandardColumns.State, StandardColumns.Status, SmsSetting.Columns.PauseReason, SmsSetting.Columns.PausedOn) is { } row
            ? new SmsSettingRow(row)
            : null;

    private bool SetStatus(SmsSettingRow read, SmsSetting.Status status) =>
        _writer.UpdateIfUnchanged(
            new Entity(SmsSetting.LogicalName, read.Id)
            {
                [StandardColumns.State] = new OptionSetValue((int)SmsSetting.StateOf(status)),
                [StandardColumns.Status] = new OptionSetValue((int)status),
            },
            read.Record.RowVersion,
            null);
}
