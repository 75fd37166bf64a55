using System;
using System.Globalization;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Sending;

/// <summary>
/// What is written before the provider is called: the claim with its lease, and all that is needed to ask about the attempt
/// afterwards. It wipes what the attempt before left behind, so that a stored answer is always the answer to this attempt.
/// </summary>
public static class Announcement
{
    /// <summary>The columns of a claim.</summary>
    /// <param name="message">As just read.</param>
    /// <param name="settingId">The setting that takes the attempt.</param>
    /// <param name="account">Its account.</param>
    /// <param name="line">The line that it goes out from; null: as it stands.</param>
    /// <param name="token">Of this job.</param>
    /// <param name="now">UTC.</param>
    /// <param name="call">The message's place in its call, where the provider keeps one reference a call.</param>
    /// <param name="timeZone">Of the setting.</param>
    public static SmsRow Of(
        SmsRow message,
        Guid settingId,
        string account,
        Microsoft.Xrm.Sdk.EntityReference? line,
        FenceToken token,
        DateTime now,
        CallPlace? call = null,
        string? timeZone = null)
    {
        var reference = ReferenceOf(message);
        return new SmsRow(message.Id)
        {
            FenceToken = token.Text,
            ClaimedUntil = now + LeaseRules.Lease,
            SettingId = new Microsoft.Xrm.Sdk.EntityReference(SmsSetting.LogicalName, settingId),
            Account = account,
            CallPlace = call?.Text,
            NumberId = line ?? message.NumberId,
            ReferenceColumn = reference.ToString(CultureInfo.InvariantCulture),
            Attempt = (message.Attempt ?? 0) + 1,
            SendingOn = now,
            HourOfDay = HourOfDay.Of(now, timeZone),
            ProviderMessageId = null,
            FaultKind = null,
            FaultCode = null,
            FaultText = null,
            NextAttemptOn = null,
            NextAskOn = null,
            AskCount = 0,
            AbsentCount = 0,
            AbsentOn = null,
            StateNote = null,
        };
    }

    /// <summary>The reference that the attempt will have.</summary>
    public static long ReferenceOf(SmsRow message) => PastReferences.Next(message.Id, message.ReferenceColumn, message.PastReferences);
}
