using System.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Looks at a whole request to create or change a bulk: people start with a draft, do not write what smSys keeps, and change
/// text and audience only before it is started. A change after the dry run makes it a draft again.
/// </summary>
[Step("Create", SmsBulk.LogicalName, Stage.PreValidation)]
[Step("Update", SmsBulk.LogicalName, Stage.PreValidation,
    Filters =
    [
        SmsBulk.Columns.AudienceKind, SmsBulk.Columns.AudienceTable, SmsBulk.Columns.AudienceColumn, SmsBulk.Columns.AudienceIds,
        SmsBulk.Columns.AudienceFetchXml, SmsBulk.Columns.CampaignId, SmsBulk.Columns.Text, SmsBulk.Columns.TemplateId,
        SmsBulk.Columns.MissingValuePolicy, SmsBulk.Columns.MessageClass, SmsBulk.Columns.SettingId, SmsBulk.Columns.NumberId,
        SmsBulk.Columns.ReplyNumberId, SmsBulk.Columns.Partitions,
        SmsBulk.Columns.FrozenText, SmsBulk.Columns.FrozenOn, SmsBulk.Columns.StartedById, SmsBulk.Columns.StartedOn,
        SmsBulk.Columns.FinishedOn, SmsBulk.Columns.ApprovedById, SmsBulk.Columns.ApprovedOn, SmsBulk.Columns.FenceToken,
        SmsBulk.Columns.ClaimedUntil, SmsBulk.Columns.LockedOn, SmsBulk.Columns.PauseReason, SmsBulk.Columns.CountedOn,
        SmsBulk.Columns.Expected, SmsBulk.Columns.Accepted, SmsBulk.Columns.Rejected,
        SmsBulk.Columns.Unknown, SmsBulk.Columns.Pending, SmsBulk.Columns.CancelledCount, SmsBulk.Columns.TotalParts, SmsBulk.Columns.TotalCost,
        SmsBulk.Columns.Skipped, SmsBulk.Columns.SkippedNoNumber, SmsBulk.Columns.SkippedInvalid, SmsBulk.Columns.SkippedDuplicate,
        SmsBulk.Columns.SkippedOptedOut, SmsBulk.Columns.SkippedDoNotContact, SmsBulk.Columns.SkippedBlocked,
        SmsBulk.Columns.SkippedMissingValue, SmsBulk.Columns.SkippedExpired, SmsBulk.Columns.SkippedTest,
    ],
    Before = [StandardColumns.State, StandardColumns.Status])]
public sealed class BulkChecking : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (services.IsEngine)
        {
            return;
        }

        var target = services.Target;
        var kept = BulkContent.OfEngineOnly.FirstOrDefault(column => target.Contains(column) && target[column] is not null);
        if (kept is not null)
        {
            throw new RefusalException(
                "column-of-engine",
                "The column " + kept + " is kept by smSys itself and cannot be changed.",
                "ستون " + kept + " را خود سامانه نگه می‌دارد و نمی‌توان آن را تغییر داد.");
        }

        AudienceRoom.Demand(target);
        var requested = RequestedBulkState.Of(services.Context);
        if (services.Before.Id == System.Guid.Empty)
        {
            DemandDraft(requested);
        }
        else if (BulkContent.Promised.Any(target.Contains))
        {
            DemandOpen(services, requested);
        }
    }

    private static void DemandDraft(BulkState? requested)
    {
        if (requested is not (null or BulkState.Draft))
        {
            throw new RefusalException(
                "bulk-creation",
                "An SMS bulk is created as a draft; start it afterwards.",
                "ارسال انبوه به صورت پیش‌نویس ساخته می‌شود؛ سپس آن را آغاز کنید.");
        }
    }

    private static void DemandOpen(StepServices services, BulkState? requested)
    {
        var state = BulkStateCodes.Read(new SmsBulkRow(services.Before));
        if (!BulkStateRules.IsOpen(state))
        {
            var name = BulkNames.Of(state);
            throw new RefusalException(
                "bulk-fixed",
                "Text, audience and line can only be changed before the bulk is started; this one is " + name.English + ".",
                "متن، مخاطبان و خط فقط پیش از آغاز ارسال انبوه تغییر می‌کنند؛ این یکی " + name.Persian + " است.");
        }

        // What the dry run showed is no longer what would be sent.
        if (state == BulkState.Checked && requested is null)
        {
            BulkStateCodes.Write(services.Target, BulkState.Draft);
        }
    }
}
