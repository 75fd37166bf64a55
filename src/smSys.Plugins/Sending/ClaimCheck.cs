using System;
using smSys.Crm.Messages;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Sending;

/// <summary>
/// What is checked at every claim, by every path that sends: state, direction, number, time limits, lease, test mode and
/// consent. What concerns the whole setting (paused, armed) is checked once a hand-over, by <see cref="SettingCheck"/>.
/// </summary>
public static class ClaimCheck
{
    /// <summary>Judges a message.</summary>
    /// <param name="message">As just read.</param>
    /// <param name="setting">Its setting.</param>
    /// <param name="hasOptedOut">The owner of the number wants no messages of this class.</param>
    /// <param name="token">Of the job that asks.</param>
    /// <param name="now">UTC.</param>
    public static ClaimJudgement Judge(SmsRow message, SmsSettingRow setting, bool hasOptedOut, FenceToken token, DateTime now)
    {
        var state = StateCodes.Read(message);
        if (state is not (MessageState.Queued or MessageState.RetryScheduled)
            || message.Direction == Direction.Incoming
            || LeaseRules.Judge(FenceToken.Read(message.FenceToken), message.ClaimedUntil, token, now) == ClaimVerdict.Held)
        {
            return ClaimJudgement.Leave;
        }

        if (message.NotAfter is { } notAfter && now > notAfter)
        {
            return Close(MessageState.Expired, "expired", "Its time was over before it could be sent.", "پیش از آنکه فرستاده شود مهلتش گذشت.");
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

        return (setting.TestMode ?? false) && !TestNumbers.Hold(setting.TestNumbers, message.PhoneNumber!)
            ? Close(
                MessageState.Failed,
                "test-mode",
                "The SMS setting is in test mode and the number is not on its list of test numbers.",
                "تنظیم پیامک در حالت آزمایشی است و این شماره در فهرست شماره‌های آزمایشی نیست.")
            : ClaimJudgement.Send;
    }

    private static ClaimJudgement Close(MessageState state, string code, string english, string persian) =>
        new(ClaimStep.Close, State: state, Code: code, Note: new Sentence(english, persian));
}
