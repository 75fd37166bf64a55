using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Lines;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Unknowns;

/// <summary>
/// What people may decide about a message of which nobody knows whether it was sent: take it as sent, or send it again with a
/// reason. Both need the right to send from its line.
/// </summary>
public static class UnknownDecision
{
    /// <summary>Checks a decision over the stored row, inside the transaction of the move.</summary>
    /// <exception cref="RefusalException">The reason is missing, or the right.</exception>
    public static void Demand(StepServices services, MessageState to)
    {
        var stored = new SmsRow(services.System.Retrieve(
            Sms.LogicalName, services.Context.PrimaryEntityId, new ColumnSet(Sms.Columns.ResendReason, Sms.Columns.NumberId)));
        if (to == MessageState.Queued)
        {
            DemandReason(stored.ResendReason);
        }

        if (stored.NumberId is { } line && !LineAccess.MaySend(services.System, services.Context.UserId, line.Id))
        {
            throw new RefusalException(
                "line-not-permitted",
                "You may not send from the line of this SMS, so you may not decide about it either; ask your administrator.",
                "اجازه ارسال از خط این پیامک را ندارید و نمی‌توانید درباره آن تصمیم بگیرید؛ از مدیر سامانه بخواهید.");
        }
    }

    /// <summary>Sending again may mean that the phone rings twice: somebody has to say why.</summary>
    /// <exception cref="RefusalException">It is missing.</exception>
    public static void DemandReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusalException(
                "resend-reason",
                "Nobody knows whether this SMS was sent. To send it again, write the reason into Reason for sending again.",
                "معلوم نیست این پیامک فرستاده شده یا نه. برای ارسال دوباره، دلیل آن را در «دلیل ارسال دوباره» بنویسید.");
        }
    }
}
