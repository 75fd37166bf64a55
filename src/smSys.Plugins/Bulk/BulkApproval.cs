using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Who may approve a large bulk: whoever may change the account's setting, and so the limit itself. Not who started it, unless
/// the account is their own: the limit asks for a second pair of eyes.
/// </summary>
public static class BulkApproval
{
    /// <summary>Refuses who may not.</summary>
    /// <exception cref="RefusalException">With the reason.</exception>
    public static void Demand(StepServices services, SmsBulkRow bulk)
    {
        var user = services.Context.UserId;
        if (bulk.SettingId is not { } setting || !RowAccess.May(services.System, user, setting, AccessRights.WriteAccess))
        {
            throw new RefusalException(
                "bulk-approval-right",
                "Only somebody who may change the SMS setting can approve this bulk.",
                "این ارسال انبوه را فقط کسی می‌تواند تأیید کند که اجازه تغییر تنظیم پیامک را دارد.");
        }

        if (bulk.StartedById?.Id == user && OwnerOf(services.System, setting) != user)
        {
            throw new RefusalException(
                "bulk-approval-own",
                "You started this bulk yourself; somebody else has to approve it.",
                "این ارسال انبوه را خودتان آغاز کرده‌اید؛ کس دیگری باید آن را تأیید کند.");
        }
    }

    private static Guid? OwnerOf(IOrganizationService system, EntityReference setting) =>
        system.Retrieve(SmsSetting.LogicalName, setting.Id, new ColumnSet(StandardColumns.Owner)).GetAttributeValue<EntityReference>(StandardColumns.Owner)?.Id;
}
