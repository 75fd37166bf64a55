using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Messages;

/// <summary>Which columns of a message who works with.</summary>
public static class MessageColumns
{
    /// <summary>What the engine reads of a message.</summary>
    public static string[] Engine =>
    [
        StandardColumns.State, StandardColumns.Status, StandardColumns.CreatedOn, StandardColumns.Owner,
        Sms.Columns.Direction, Sms.Columns.SettingId, Sms.Columns.NumberId, Sms.Columns.ReplyNumberId, Sms.Columns.RegardingObjectId,
        Sms.Columns.PhoneNumber, Sms.Columns.Text, Sms.Columns.MessageClass, Sms.Columns.Lane, Sms.Columns.InReplyToId,
        Sms.Columns.RequestedOn, Sms.Columns.ClaimedUntil, Sms.Columns.FenceToken, Sms.Columns.Attempt, Sms.Columns.Reference,
        Sms.Columns.Account, Sms.Columns.CallPlace, Sms.Columns.ProviderMessageId, Sms.Columns.PastReferences, Sms.Columns.NextAttemptOn,
        Sms.Columns.NotBefore, Sms.Columns.NotAfter, Sms.Columns.AskCount, Sms.Columns.AbsentCount, Sms.Columns.AbsentOn,
        Sms.Columns.NextAskOn, Sms.Columns.FaultKind, Sms.Columns.FaultCode, Sms.Columns.ProviderState, Sms.Columns.ProviderTime,
        Sms.Columns.SendingOn, Sms.Columns.HandedOverOn, Sms.Columns.QueuedOn, Sms.Columns.ArrivedOn,
        Sms.Columns.RecipientTable, Sms.Columns.RecipientId, Sms.Columns.IsAutomatic, Sms.Columns.BulkId,
    ];

    /// <summary>
    /// What only the engine writes; people who send such a column are refused. Requested on is not among them: whoever sets it
    /// only has the row looked at.
    /// </summary>
    public static string[] OfEngineOnly =>
    [
        Sms.Columns.ClaimedUntil, Sms.Columns.FenceToken, Sms.Columns.LockedOn, Sms.Columns.Attempt, Sms.Columns.Reference,
        Sms.Columns.Account, Sms.Columns.CallPlace, Sms.Columns.ProviderMessageId, Sms.Columns.PastReferences, Sms.Columns.AskCount, Sms.Columns.AskedOn,
        Sms.Columns.AbsentCount, Sms.Columns.AbsentOn, Sms.Columns.NextAskOn, Sms.Columns.NextAttemptOn, Sms.Columns.InboundKey,
        Sms.Columns.ProviderState, Sms.Columns.ProviderTime, Sms.Columns.SendingOn, Sms.Columns.HandedOverOn,
        Sms.Columns.DeliveredOn, Sms.Columns.FailedOn,
    ];

    /// <summary>What a message says and to whom: fixed once it has left the draft.</summary>
    public static string[] OfContent =>
    [
        Sms.Columns.Text, Sms.Columns.TemplateId, Sms.Columns.PhoneNumber, Sms.Columns.NumberAsEntered, Sms.Columns.NumberId,
        Sms.Columns.SettingId, Sms.Columns.Direction, Sms.Columns.To, Sms.Columns.MessageClass, Sms.Columns.Lane,
    ];
}
