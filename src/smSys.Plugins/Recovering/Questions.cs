using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Delivery;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Recovering;

/// <summary>
/// Asks the provider about messages of which nobody knows whether they were sent, by our own reference and at the account that
/// took the attempt. Only "never arrived" lets a message go out again, with the same reference.
/// </summary>
public sealed class Questions
{
    private readonly Composition _composition;
    private readonly AccountInUse _account;

    /// <summary>Asks at an account.</summary>
    public Questions(Composition composition, AccountInUse account)
    {
        _composition = composition;
        _account = account;
    }

    /// <summary>
    /// Deals messages to questions, one call to the provider each: as many references as it takes, or, where it keeps one
    /// reference a call, the messages that were handed over together.
    /// </summary>
    public IEnumerable<IReadOnlyList<SmsRow>> Deal(IReadOnlyList<SmsRow> messages)
    {
        var limit = Math.Max(1, _account.Provider.Capabilities.AskLimit);
        var pages = messages.Where(message => message.CallPlace is null).Select((message, i) => new { message, Page = i / limit })
            .GroupBy(row => row.Page, row => row.message);
        var calls = messages.Where(message => message.CallPlace is not null)
            .GroupBy(message => CallPlace.Read(message.CallPlace)?.First ?? 0);
        return pages.Select(page => page.ToArray()).Concat(calls.Select(call => call.ToArray()));
    }

    /// <summary>Asks about messages in one call; one part of what <see cref="Deal"/> made.</summary>
    public void Ask(IReadOnlyList<SmsRow> messages)
    {
        var now = _composition.Services.Clock();
        var askable = messages.Where(IsAskable).ToArray();
        foreach (var message in messages.Except(askable))
        {
            GiveUp(message, "cannot-ask", new Sentence(
                "Nobody knows whether this was sent: the account that took it cannot be asked (any more). Look it up at the provider.",
                "معلوم نیست این پیامک فرستاده شده یا نه: از حسابی که آن را گرفت نمی‌توان پرسید. آن را در پنل سرویس‌دهنده جست‌وجو کنید."));
        }

        if (askable.Length == 0)
        {
            return;
        }

        var answers = askable.Any(message => message.CallPlace is not null)
            ? new CallQuestion(_account.Provider).Ask(askable)
            : _account.Provider.Ask(askable.Select(ReferenceOf).ToArray());
        for (var i = 0; i < askable.Length; i++)
        {
            Apply(askable[i], answers[i], now);
        }
    }

    private bool IsAskable(SmsRow message) =>
        _account.Provider.Capabilities.AskLimit > 0
        && ReferenceOf(message) > 0
        && string.Equals(message.Account, _account.Name, StringComparison.Ordinal);

    /// <summary>A message's present reference; 0 when it has none.</summary>
    internal static long ReferenceOf(SmsRow message) =>
        long.TryParse(message.ReferenceColumn, NumberStyles.None, CultureInfo.InvariantCulture, out var reference) ? reference : 0;

    private void Apply(SmsRow message, ReferenceAnswer answer, DateTime now)
    {
        var trail = new ReferenceTrail(message.SendingOn ?? now, message.AbsentOn, message.AskCount ?? 0);
        var verdict = ReferenceRules.Judge(trail, KindOf(answer, trail.AttemptedOn, now), now);
        var change = new SmsRow(message.Id)
        {
            AskedOn = now,
            AskCount = verdict.Trail.Unanswered,
            AbsentOn = verdict.Trail.AbsentOn,
            AbsentCount = verdict.Trail.AbsentOn is null ? 0 : 1,
            NextAskOn = verdict.AskAgainOn,
        };
        switch (verdict.Finding)
        {
            case ReferenceFinding.Found:
                Found(message, answer, change, now);
                break;
            case ReferenceFinding.NeverArrived:
                SendAgain(message, change, now);
                break;
            case ReferenceFinding.GivenUp when _account.Setting.RetryUnknown ?? false:
                SendAgain(message, change, now);
                break;
            case ReferenceFinding.GivenUp:
                GiveUp(message, "unknown", new Sentence(
                    "Nobody could say for a day whether this was sent. Decide: take it as sent, or send it again.",
                    "یک روز کسی نتوانست بگوید این پیامک فرستاده شده یا نه. تصمیم بگیرید: فرستاده‌شده بدانید یا دوباره بفرستید."));
                break;
            default:
                _composition.Messages.Write(message, change, _composition.Services.Token);
                break;
        }
    }

    // Where the provider forgets references, an absence after that time says nothing; the two clocks may differ a little.
    private ReferenceAnswerKind KindOf(ReferenceAnswer answer, DateTime attemptedOn, DateTime now)
    {
        var window = _account.Provider.Capabilities.AskWindow;
        var isForgotten = window > TimeSpan.Zero && now - attemptedOn > window - ReferenceRules.SettleTime;
        return answer.Kind == ReferenceAnswerKind.Absent && isForgotten ? ReferenceAnswerKind.CannotSay : answer.Kind;
    }

    private void Found(SmsRow message, ReferenceAnswer answer, SmsRow change, DateTime now)
    {
        change.ProviderMessageId = answer.ProviderMessageId;
        change.HandedOverOn = message.SendingOn ?? now;
        change.FaultKind = null;
        change.FaultCode = null;
        change.FaultText = null;
        var verdict = DeliveryRules.Judge(MessageState.Sent, answer.State ?? DeliveryStateKind.Unknown);
        var to = verdict.Kind == DeliveryVerdictKind.Move ? verdict.To!.Value : MessageState.Sent;
        change.DeliveredOn = to == MessageState.Delivered ? now : (DateTime?)null;
        change.DeliveredAfter = Elapsed.Seconds(change.HandedOverOn, change.DeliveredOn);
        WriteAndMove(message, change, to);
    }

    // The reference stays: the provider that did get it after all would refuse, or show, the repeat.
    private void SendAgain(SmsRow message, SmsRow change, DateTime now)
    {
        var mayTryAgain = (message.Attempt ?? 1) < _account.Policy.MaximumAttempts;
        change.NextAttemptOn = mayTryAgain ? now : (DateTime?)null;
        change.FailedOn = mayTryAgain ? (DateTime?)null : now;
        WriteAndMove(message, change, mayTryAgain ? MessageState.RetryScheduled : MessageState.Failed);
    }

    private void GiveUp(SmsRow message, string code, Sentence why) =>
        _composition.Messages.Write(
            message,
            new SmsRow(message.Id) { NextAskOn = null, FaultCode = code, StateNote = _composition.Notes.Say(why) },
            _composition.Services.Token);

    private void WriteAndMove(SmsRow message, SmsRow change, MessageState to)
    {
        var store = _composition.Messages;

        // The next question stays due until the row has moved: whoever comes after a crash between the two writes asks again.
        change.Record.Attributes.Remove(Sms.Columns.NextAskOn);
        if (store.Write(message, change, _composition.Services.Token)
            && store.Read(message.Id) is { } again
            && StateCodes.Read(again) == MessageState.Unknown)
        {
            store.Move(again, to, _composition.Services.Token);
        }
    }
}
