using smSys.Crm.Sentences;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Messages;

/// <summary>What people call the states, as the labels of the solution do; a test holds that.</summary>
public static class StateNames
{
    /// <summary>In both languages.</summary>
    public static Sentence Of(MessageState state) => state switch
    {
        MessageState.Draft => new("Draft", "پیش‌نویس"),
        MessageState.Queued => new("Queued", "در صف ارسال"),
        MessageState.Sending => new("Sending", "در حال ارسال"),
        MessageState.RetryScheduled => new("Retry scheduled", "در نوبت تلاش دوباره"),
        MessageState.Sent => new("Sent", "در انتظار رسید"),
        MessageState.Unknown => new("Unknown", "نامعلوم"),
        MessageState.Arrived => new("Arrived", "رسیده"),
        MessageState.Received => new("Received", "دریافت‌شده"),
        MessageState.Handled => new("Handled", "رسیدگی‌شده"),
        MessageState.Delivered => new("Delivered", "تحویل‌شده"),
        MessageState.SentWithoutReceipt => new("Sent without receipt", "ارسال‌شده بدون رسید"),
        MessageState.Cancelled => new("Cancelled", "لغوشده"),
        MessageState.Failed => new("Failed", "ناموفق"),
        MessageState.Undelivered => new("Undelivered", "تحویل‌نشده"),
        MessageState.BlockedByOperator => new("Blocked by operator", "مسدود از سوی اپراتور"),
        MessageState.OptedOut => new("Opted out", "انصراف گیرنده"),
        _ => new("Expired", "منقضی"),
    };
}
