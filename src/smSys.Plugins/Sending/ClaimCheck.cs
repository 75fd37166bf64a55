using System;
using smSys.Crm.Messages;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Sending;

/// <summary>
/// What is checked at every claim, by every path that sends: state, direction, number, time limits, lease, test mode,
/// consent, and what a bulk says about its messages. What concerns the whole setting (paused, armed) is checked once a
/// hand-over, by <see cref="SettingCheck"/>.
/// </summary>
public static class ClaimCheck
{
    /// <summary>Judges a message.</summary>
    /// <param name="message">As just read.</param>
    /// <param name="setting">Its setting.</param>
    /// <param name="hasOptedOut">The owner of the number wants no messages of this class.</param>
    /// <param name="heldUntil">The end of the quiet hours that a message of its class has to wait for; null: there are none now.</param>
    /// <param name="order">What its bulk says.</param>
    /// <param name="token">Of the job that asks.</param>
    /// <param name="now">UTC.</param>
    public static ClaimJudgement Judge(SmsRow message, SmsSettingRow setting, bool hasOptedOut, DateTime? heldUntil, BulkOrder order, FenceToken token, DateTime now)
    {
        var state = StateCodes.Read(message);
        if (state is not (MessageState.Queued or MessageState.RetryScheduled)
            || message.Direction == Direction.Incoming
            || LeaseRules.Judge(FenceToken.Read(message.FenceToken), message.ClaimedUntil, token, now) == ClaimVerdict.Held)
        {
            return ClaimJudgement.Leave;
        }

        if (order == BulkOrder.CallOff)
        {
            return Close(MessageState.Cancelled, "bulk-cancelled", "Its bulk was cancelled.", "ارسال گروهی آن لغو شد.");
        }

        if (message.NotAfter is { } notAfter && now > notAfter)
        {
            return Close(MessageState.Expired, "expired", "Its time was over before it could be sent.", "پیش از آنکه فرستاده شود مهلتش گذشت.");
        }

        // Nothing is written into it: once the bulk runs, it is due as it stands.
        if (order == BulkOrder.Wait)
        {
            return ClaimJudgement.Leave;
        }

        if (string.IsNullOrEmpty(message.PhoneNumber) || string.IsNullOrEmpty(message.Text))
        {
            return Close(MessageState.Failed, "incomplete", "Number or text is missing.", "شماره یا متن ندارد.");
        }

        if (message.NotBefore is { } notBefore && now < notBefore)
        {
            return new ClaimJudgement(ClaimStep.Wait, notBefore, Code: "not-before");
        }

        if (hasOptedOut)
        {
            return Close(MessageState.OptedOut, "opted-out", "The recipient wants no messages.", "گیرنده نمی‌خواهد پیامک دریافت کند.");
        }

        if ((setting.TestMode ?? false) && !TestNumbers.Hold(setting.TestNumbers, message.PhoneNumber!))
        {
            return Close(
                MessageState.Failed,
                "test-mode",
                "The SMS setting is in test mode and the number is not on its list of test numbers.",
                "تنظیم پیامک در حالت آزمایشی است و این شماره در فهرست شماره‌های آزمایشی نیست.");
        }

        return heldUntil is { } until ? OfQuiet(message, until) : ClaimJudgement.Send;
    }

    // Not after beats: what would only be let go when its time is over is over now.
    private static ClaimJudgement OfQuiet(SmsRow message, DateTime until) => message.NotAfter < until
        ? Close(
            MessageState.Expired,
            "expired-in-quiet",
            "Its time is over before the quiet hours are.",
            "مهلتش پیش از پایان ساعت سکوت تمام می‌شود.")
        : new ClaimJudgement(ClaimStep.Wait, until, Code: "quiet-hours", Note: new Sentence(
            "Advertising waits for the end of the quiet hours.", "پیامک تبلیغاتی تا پایان ساعت سکوت نگه داشته شده است."));

    private static ClaimJudgement Close(MessageState state, string code, string english, string persian) =>
        new(ClaimStep.Close, State: state, Code: code, Note: new Sentence(english, persian));
}
