using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Settings;

/// <summary>Pauses a setting and says why, so that a fault of the account burns no attempts of its messages.</summary>
public sealed class SettingPauser
{
    private readonly RowWriter _writer;

    /// <summary>Writes as SYSTEM.</summary>
    public SettingPauser(IOrganizationService system) => _writer = new RowWriter(system);

    /// <summary>Pauses; the reason is written first, so that a paused setting always has one.</summary>
    public void Pause(Guid settingId, PauseReason reason, string note, DateTime now)
    {
        _writer.Update(new SmsSettingRow(settingId)
        {
            PauseReason = reason,
            PauseNote = note.Length > 500 ? note.Substring(0, 500) : note,
            PausedOn = now,
        }.Record);
        SetStatus(settingId, SmsSetting.Status.Paused);
    }

    /// <summary>Goes on, after a top-up; a step of the table takes the reason away.</summary>
    public void Resume(Guid settingId) => SetStatus(settingId, SmsSetting.Status.Active);

    private void SetStatus(Guid settingId, SmsSetting.Status status) =>
        _writer.Update(new Entity(SmsSetting.LogicalName, settingId)
        {
            [StandardColumns.State] = new OptionSetValue((int)SmsSetting.StateOf(status)),
            [StandardColumns.Status] = new OptionSetValue((int)status),
        });
}
