using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Health;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Health;

/// <summary>
/// Keeps the health of accounts on their settings: at most one read and one write a tick, and none at all while an account is
/// well and has been. When an account has fallen ill, it lets <see cref="Failover"/> decide.
/// </summary>
public sealed class HealthKeeper
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;
    private readonly Failover _failover;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public HealthKeeper(IOrganizationService system, Failover failover)
    {
        _system = system;
        _writer = new RowWriter(system);
        _failover = failover;
    }

    /// <summary>How an account is by what its setting says.</summary>
    public static HealthVerdict Of(SmsSettingRow setting, DateTime now) =>
        HealthWindow.Read(setting.HealthNote).Judge(LimitsOf(setting), now);

    /// <summary>Writes down what the calls of a tick say of the account, at the tick's end.</summary>
    public void Note(AccountInUse account, DateTime now)
    {
        var calls = account.Calls;
        account.Calls = CallTally.None;
        if (account.WasPaused)
        {
            _failover.Consider(account.Home.Id, now);
            return;
        }

        var limits = LimitsOf(account.Setting);
        var isQuick = calls.Calls == 0 || calls.Latency.Ticks / calls.Calls < limits.Latency.Ticks;
        if (calls.Calls == 0 || (calls.Ill == 0 && isQuick && HealthWindow.Read(account.Setting.HealthNote).Sum(now).Calls == 0))
        {
            return;
        }

        var row = _system.Retrieve(SmsSetting.LogicalName, account.Setting.Id, new ColumnSet(SmsSetting.Columns.HealthNote));
        var window = HealthWindow.Read(new SmsSettingRow(row).HealthNote).With(calls, now);

        // Whoever was faster has said much the same; a lost sample does no harm.
        _writer.UpdateIfUnchanged(new SmsSettingRow(row.Id) { HealthNote = window.ToString() }.Record, row.RowVersion, null);
        if (window.Judge(limits, now) == HealthVerdict.Ill)
        {
            _failover.FellIll(account, now);
        }
    }

    /// <summary>The limits of a setting.</summary>
    public static HealthLimits LimitsOf(SmsSettingRow setting)
    {
        var limits = new HealthLimits();
        return setting.ErrorLimit is { } percent && percent > 0 ? limits with { ErrorPercent = Math.Min(percent, 100) } : limits;
    }
}
