using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;

namespace smSys.Crm.Bulk;

/// <summary>How partition, bulk and setting stand at one moment, read in one query.</summary>
public sealed class PartitionLook
{
    internal const string BulkAlias = "b";
    internal const string SettingAlias = "s";
    internal const string StandInAlias = "t";

    private readonly Entity _row;

    internal PartitionLook(Entity row) => _row = row;

    /// <summary>Of the partition; the next write is bound to it.</summary>
    public string RowVersion => _row.RowVersion;

    /// <summary>Who holds the partition.</summary>
    public FenceToken Holder => FenceToken.Read(_row.GetAttributeValue<string>(SmsProcess.Columns.FenceToken));

    /// <summary>An administrator paused or ended this very partition.</summary>
    public bool IsHalted =>
        StatusOf(StandardColumns.Status) is { } status && (SmsProcess.Status)status is not (SmsProcess.Status.Waiting or SmsProcess.Status.Running);

    /// <summary>State of the bulk.</summary>
    public BulkState Bulk => BulkStateCodes.Of((SmsBulk.Status)(StatusOf(BulkAlias + "." + StandardColumns.Status) ?? (int)SmsBulk.Status.Draft));

    /// <summary>The bulk stands still for a reason that may pass by itself.</summary>
    public bool IsPausedByItself => Bulk == BulkState.Paused
        && (PauseReason?)StatusOf(BulkAlias + "." + SmsBulk.Columns.PauseReason) is PauseReason.LowBalance or PauseReason.ErrorRate or PauseReason.SignIn or PauseReason.NotArmed;

    /// <summary>The bulk came to its end; what people do to its rows afterwards is their decision.</summary>
    public bool IsBulkSettled => Time(SmsBulk.Columns.FinishedOn) is not null;

    /// <summary>The bulk does not start earlier.</summary>
    public DateTime? NotBefore => Time(SmsBulk.Columns.NotBefore);

    /// <summary>Who was not reached by then is left out.</summary>
    public DateTime? NotAfter => Time(SmsBulk.Columns.NotAfter);

    /// <summary>A setting that was opened for this partition some time ago may still send for it, and in the mode in which it was opened.</summary>
    /// <param name="settingId">The partition's own setting, or the one that stands in for it.</param>
    /// <param name="isTest">It was opened in test mode.</param>
    public bool MaySendBy(Guid settingId, bool isTest)
    {
        var own = SettingOf(SettingAlias);
        return settingId == own.Id
            ? own.Statuscode == SmsSetting.Status.Active && (own.TestMode ?? false) == isTest
            : SettingOf(StandInAlias) is var other && settingId == other.Id && StandInRules.MayStandIn(other, own);
    }

    private SmsSettingRow SettingOf(string alias)
    {
        var row = new Entity(SmsSetting.LogicalName);
        foreach (var column in StandInRules.Columns)
        {
            row[column] = Raw(alias + "." + column);
        }

        row.Id = row.GetAttributeValue<Guid>(SmsSetting.PrimaryId);
        return new SmsSettingRow(row);
    }

    private DateTime? Time(string column) => Raw(BulkAlias + "." + column) as DateTime?;

    private int? StatusOf(string column) => (Raw(column) as OptionSetValue)?.Value;

    private object? Raw(string column) =>
        !_row.Contains(column) ? null : _row[column] is AliasedValue aliased ? aliased.Value : _row[column];
}
