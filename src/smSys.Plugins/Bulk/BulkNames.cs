using smSys.Crm.Sentences;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk;

/// <summary>What people call the states of a bulk, as the labels of the solution do; a test holds that.</summary>
public static class BulkNames
{
    /// <summary>In both languages.</summary>
    public static Sentence Of(BulkState state) => state switch
    {
        BulkState.Draft => new("Draft", "پیش‌نویس"),
        BulkState.DryRunning => new("Dry running", "در حال اجرای آزمایشی"),
        BulkState.Checked => new("Checked", "بررسی‌شده"),
        BulkState.AwaitingApproval => new("Awaiting approval", "در انتظار تأیید"),
        BulkState.Ready => new("Ready", "آماده ارسال"),
        BulkState.Freezing => new("Freezing", "در حال تثبیت مخاطبان"),
        BulkState.Running => new("Running", "در حال ارسال"),
        BulkState.Paused => new("Paused", "متوقف موقت"),
        BulkState.Finished => new("Finished", "پایان‌یافته"),
        BulkState.FinishedWithUnknowns => new("Finished with unknowns", "پایان‌یافته با موارد نامعلوم"),
        _ => new("Cancelled", "لغوشده"),
    };
}
