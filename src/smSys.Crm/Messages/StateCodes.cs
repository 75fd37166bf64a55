using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Messages;

/// <summary>The states of a message as Dynamics numbers them. The names are the same on both sides; a test holds that.</summary>
public static class StateCodes
{
    /// <summary>The state behind a status reason.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A status reason that smSys does not know (Scheduled of the platform).</exception>
    public static MessageState Of(Sms.Status status) => status switch
    {
        Sms.Status.Draft => MessageState.Draft,
        Sms.Status.Queued => MessageState.Queued,
        Sms.Status.Sending => MessageState.Sending,
        Sms.Status.RetryScheduled => MessageState.RetryScheduled,
        Sms.Status.Sent => MessageState.Sent,
        Sms.Status.Unknown => MessageState.Unknown,
        Sms.Status.Arrived => MessageState.Arrived,
        Sms.Status.Received => MessageState.Received,
        Sms.Status.Handled => MessageState.Handled,
        Sms.Status.Delivered => MessageState.Delivered,
        Sms.Status.SentWithoutReceipt => MessageState.SentWithoutReceipt,
        Sms.Status.Cancelled => MessageState.Cancelled,
        Sms.Status.Failed => MessageState.Failed,
        Sms.Status.Undelivered => MessageState.Undelivered,
        Sms.Status.BlockedByOperator => MessageState.BlockedByOperator,
        Sms.Status.OptedOut => MessageState.OptedOut,
        Sms.Status.Expired => MessageState.Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "smSys knows no such state of a message."),
    };

    /// <summary>The status reason of a state.</summary>
    public static Sms.Status Of(MessageState state) => state switch
    {
        MessageState.Draft => Sms.Status.Draft,
        MessageState.Queued => Sms.Status.Queued,
        MessageState.Sending => Sms.Status.Sending,
        MessageState.RetryScheduled => Sms.Status.RetryScheduled,
        MessageState.Sent => Sms.Status.Sent,
        MessageState.Unknown => Sms.Status.Unknown,
        MessageState.Arrived => Sms.Status.Arrived,
        MessageState.Received => Sms.Status.Received,
        MessageState.Handled => Sms.Status.Handled,
        MessageState.Delivered => Sms.Status.Delivered,
        MessageState.SentWithoutReceipt => Sms.Status.SentWithoutReceipt,
        MessageState.Cancelled => Sms.Status.Cancelled,
        MessageState.Failed => Sms.Status.Failed,
        MessageState.Undelivered => Sms.Status.Undelivered,
        MessageState.BlockedByOperator => Sms.Status.BlockedByOperator,
        MessageState.OptedOut => Sms.Status.OptedOut,
        MessageState.Expired => Sms.Status.Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Where a row stands; Draft when its status was not read.</summary>
    public static MessageState Read(SmsRow row) => row.StatusCode is { } status ? Of(status) : MessageState.Draft;

    /// <summary>Writes a state into a change: always state and status reason together.</summary>
    public static void Write(Entity change, MessageState state)
    {
        change[StandardColumns.State] = new OptionSetValue((int)StateRules.ParentOf(state));
        change[StandardColumns.Status] = new OptionSetValue((int)Of(state));
    }
}
