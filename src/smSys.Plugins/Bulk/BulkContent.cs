using smSys.Crm.Bulk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Bulk;

/// <summary>Which columns of a bulk who may write.</summary>
public static class BulkContent
{
    /// <summary>What is said and to whom: fixed once somebody has started it.</summary>
    public static string[] Promised =>
    [
        SmsBulk.Columns.AudienceKind, SmsBulk.Columns.AudienceTable, SmsBulk.Columns.AudienceColumn, SmsBulk.Columns.AudienceIds,
        SmsBulk.Columns.AudienceFetchXml, SmsBulk.Columns.CampaignId, SmsBulk.Columns.Text, SmsBulk.Columns.TemplateId,
        SmsBulk.Columns.MissingValuePolicy, SmsBulk.Columns.MessageClass, SmsBulk.Columns.SettingId, SmsBulk.Columns.NumberId,
        SmsBulk.Columns.ReplyNumberId, SmsBulk.Columns.Partitions,
    ];

    /// <summary>What smSys itself keeps.</summary>
    public static string[] OfEngineOnly =>
    [
        SmsBulk.Columns.FrozenText, SmsBulk.Columns.FrozenOn, SmsBulk.Columns.StartedById, SmsBulk.Columns.StartedOn,
        SmsBulk.Columns.FinishedOn, SmsBulk.Columns.ApprovedById, SmsBulk.Columns.ApprovedOn, SmsBulk.Columns.FenceToken,
        SmsBulk.Columns.ClaimedUntil, SmsBulk.Columns.LockedOn, SmsBulk.Columns.PauseReason,
        SmsBulk.Columns.CountedOn, SmsBulk.Columns.Skipped, .. SumColumns.Names,
    ];
}
