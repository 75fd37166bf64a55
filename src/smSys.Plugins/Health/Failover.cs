using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Organizations;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Health;
using smSys.Plugins.Accounts;
using smSys.Plugins.Alerts;
using smSys.Plugins.Sending;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Health;

/// <summary>
/// Hands the messages of a setting to the next well one of its group and takes them back. A setting that has nobody to stand
/// in for it pauses itself and is tried again by its watch; either way the owner is told.
/// </summary>
public sealed class Failover
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;
    private readonly SettingReader _settings;
    private readonly SettingPauser _pauser;
    private readonly AlertDesk _alerts;
    private readonly Notes _notes;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public Failover(IOrganizationService system, SettingReader settings, SettingPauser pauser, AlertDesk alerts, Notes notes)
    {
        _system = system;
        _writer = new RowWriter(system);
        _settings = settings;
        _pauser = pauser;
        _alerts = alerts;
        _notes = notes;
    }

    /// <summary>An account's calls went wrong: those whose messages it sends may move, and it pauses if nobody takes them.</summary>
    public void FellIll(AccountInUse account, DateTime now)
    {
        Consider(account.Home.Id, now);
        if (account.Setting.Id != account.Home.Id)
        {
            Consider(account.Setting.Id, now);
        }

        if (_settings.Read(account.Setting.Id) is { StandInId: null, Statuscode: SmsSetting.Status.Active } setting
            && HealthKeeper.Of(setting, now) == HealthVerdict.Ill)
        {
            PauseItself(setting, now);
        }
    }

    /// <summary>Decides where the messages of a setting go, and writes and tells it if that changed.</summary>
    /// <param name="settingId">Whose messages.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isWell">The setting's own account was just tried and answers.</param>
    public void Consider(Guid settingId, DateTime now, bool isWell = false)
    {
        if (_settings.Read(settingId) is not { } own || string.IsNullOrWhiteSpace(own.FailoverGroup) || !MayHandOver(own))
        {
            return;
        }

        var organization = OrganizationReader.Read(_system);
        var group = GroupOf(own);
        var member = Member(own, organization, now);
        var decision = FailoverRules.Decide(
            isWell ? member with { Health = HealthVerdict.Well } : own.StandInId is null ? member : member with { Health = HealthVerdict.Ill },
            group.Where(other => other.Id != own.Id).Select(other => Member(other, organization, now)).ToArray(),
            own.StandInId?.Id,
            own.FailedOverOn,
            now);
        if (decision.HasChanged)
        {
            Change(own, group.FirstOrDefault(other => other.Id == decision.StandIn), now);
        }
    }

    // A person's pause is an order to everybody; only what smSys paused itself may go elsewhere. A test stays a test.
    private static bool MayHandOver(SmsSettingRow own) =>
        own.Statecode == SmsSetting.State.Active
        && !(own.TestMode ?? false)
        && (own.Statuscode == SmsSetting.Status.Active
            || own.PauseReason is PauseReason.SignIn or PauseReason.LowBalance or PauseReason.ErrorRate);

    private static FailoverMember Member(SmsSettingRow setting, OrganizationIdentity organization, DateTime now) => new(
        setting.Id,
        setting.FailoverOrder ?? int.MaxValue,
        setting.Statecode == SmsSetting.State.Active
            && setting.Statuscode == SmsSetting.Status.Active
            && !(setting.TestMode ?? false)
            && SettingCheck.IsArmed(setting, organization),
        HealthKeeper.Of(setting, now));

    private SmsSettingRow[] GroupOf(SmsSettingRow own)
    {
        var query = new QueryExpression(SmsSetting.LogicalName) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(SmsSetting.Columns.FailoverGroup, ConditionOperator.Equal, own.FailoverGroup!);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsSetting.State.Active);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsSettingRow(row)).ToArray();
    }

    private void Change(SmsSettingRow own, SmsSettingRow? standIn, DateTime now)
    {
        var change = new SmsSettingRow(own.Id) { StandInId = standIn?.Reference, FailedOverOn = now };
        if (standIn is null)
        {
            // What was written down before it was left says nothing about it now.
            change.HealthNote = null;
        }

        if (_writer.UpdateIfUnchanged(change.Record, own.Record.RowVersion, null))
        {
            var sentence = standIn is null
                ? new Sentence("The SMS setting sends by itself again.", "تنظیم پیامک دوباره خودش می‌فرستد.")
                : new Sentence(
                    "The provider of this SMS setting is ill; its messages go out by " + standIn.Name + " until it is well. Look after its account.",
                    "سرویس‌دهنده این تنظیم مشکل دارد و تا رفع آن پیامک‌ها از «" + standIn.Name + "» فرستاده می‌شود. حساب را بررسی کنید.");
            _alerts.Raise(own, standIn is null ? "back" : "failed-over", sentence, now);
        }
    }

    private void PauseItself(SmsSettingRow setting, DateTime now)
    {
        var sentence = new Sentence(
            "Too many calls to the provider fail or take too long. Sending goes on by itself when the provider is well.",
            "بسیاری از درخواست‌ها به سرویس‌دهنده شکست می‌خورد یا بسیار کند است. با رفع مشکل، ارسال خودبه‌خود ادامه می‌یابد.");
        if (_pauser.Pause(setting.Id, PauseReason.ErrorRate, _notes.Say(sentence), now) is { } since)
        {
            _alerts.Raise(setting, "error-rate", sentence, since);
        }
    }
}
