using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;

namespace smSys.Crm.Bulk;

/// <summary>How partition, bulk and setting stand at one moment, read in one query.</summary>
public sealed class PartitionLook
{
    internal const string BulkAlias = "b";
    internal const string SettingAlias = "s";

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

    /// <summary>The partition's setting is active.</summary>
    public bool IsSettingActive => StatusOf(SettingAlias + "." + StandardColumns.Status) == (int)SmsSetting.Status.Active;

    private DateTime? Time(string column) => Raw(BulkAlias + "." + column) as DateTime?;

    private int? StatusOf(string column) => (Raw(column) as OptionSetValue)?.Value;

    private object? Raw(string column) =>
        !_row.Contains(column) ? null : _row[column] is AliasedValue aliased ? aliased.Value : _row[column];
}
