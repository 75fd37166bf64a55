using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Health;
using smSys.Messaging.Messages;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Watching;

/// <summary>Looks for what nobody would notice by themselves, and tells the setting's owner once.</summary>
public sealed class Alarms
{
    private static readonly TimeSpan _overdue = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _receiptTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _recent = TimeSpan.FromHours(3);

    private readonly Composition _composition;
    private readonly AccountInUse _account;
    private readonly AlarmBook _book;

    /// <summary>Of a setting.</summary>
    public Alarms(Composition composition, AccountInUse account, AlarmBook book)
    {
        _composition = composition;
        _account = account;
        _book = book;
    }

    /// <summary>Something was told.</summary>
    public bool HasTold { get; private set; }

    /// <summary>Looks at the queue and the receipts.</summary>
    public void Look(DateTime now)
    {
        var oldest = _composition.Services.System.First(WatchQueries.Overdue(_account.Setting.Id, now - _overdue));
        Tell("old-queue", _account.IsActive && oldest is not null, now, new Sentence(
            "Messages have waited for more than a quarter of an hour (since " + Text(oldest) + " UTC). Look at the process Resend, the heart-beat and the pace.",
            "پیامک‌هایی بیش از یک ربع در صف مانده‌اند. فرایند Resend، ضربان و سرعت ارسال را بررسی کنید."));

        var recent = Sample(now - _recent, now - _receiptTime, 200);
        var reports = _account.Provider.Capabilities.StateLimit > 0 || _account.Setting.LastReceiptOn is not null;
        Tell("no-receipts", reports && recent.HasNoReceipts, now, new Sentence(
            "Messages have been out for more than half an hour and no receipt has come. Look at the process Track and at the provider's panel.",
            "بیش از نیم ساعت از ارسال پیامک‌ها گذشته و هیچ رسیدی نیامده است. فرایند Track و پنل سرویس‌دهنده را بررسی کنید."));

        var hasFallen = recent.Out >= DeliverySample.LeastForRate && recent.HasFallenBelow(Sample(now.AddDays(-7), now - _recent, 500));
        Tell("delivery-rate", hasFallen, now, new Sentence(
            "Far fewer messages are delivered than in the last days. Look at the line and the texts at the provider.",
            "سهم پیامک‌های تحویل‌شده نسبت به روزهای گذشته بسیار افت کرده است. خط و متن‌ها را نزد سرویس‌دهنده بررسی کنید."));
    }

    /// <summary>The heart did not beat for a while; it does again, or the watch would not run.</summary>
    public void HeartWasAway(DateTime from, DateTime now)
    {
        HasTold = true;
        _composition.Alerts.Raise(_account.Setting, "heart-beat-gap", HeartBeatAlarm.Away(from, now), from);
    }

    private void Tell(string code, bool isOn, DateTime now, Sentence sentence)
    {
        if (_book.MustTell(code, isOn, now))
        {
            HasTold = true;
            _composition.Alerts.Raise(_account.Setting, code, sentence, now);
        }
    }

    private DeliverySample Sample(DateTime from, DateTime until, int most)
    {
        var states = _composition.Services.System.RetrieveMultiple(WatchQueries.HandedOver(_account.Name, from, until, most)).Entities
            .Select(row => StateCodes.Read(new SmsRow(row))).ToArray();
        return new DeliverySample(
            states.Length,
            states.Count(state => state is MessageState.Delivered or MessageState.Undelivered or MessageState.BlockedByOperator),
            states.Count(state => state == MessageState.Delivered));
    }

    private static string Text(Entity? message) =>
        message?.GetAttributeValue<DateTime?>(Sms.Columns.QueuedOn)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "?";
}
