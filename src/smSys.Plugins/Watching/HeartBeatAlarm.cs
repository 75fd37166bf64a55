using System;
using System.Globalization;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Plugins.Watching;

/// <summary>
/// The alarm that no process can raise, because without a heart-beat none runs: the job of a single message, which Dynamics
/// starts by itself, looks at when the setting was last told of a beat.
/// </summary>
public static class HeartBeatAlarm
{
    /// <summary>The server tells the settings every five minutes; three times that is silence.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    /// <summary>Tells the owner once a day while the heart is silent.</summary>
    public static void Look(Composition composition, SmsSettingRow setting)
    {
        var now = composition.Services.Clock();
        var last = setting.LastBeatOn ?? setting.CreatedOn;
        if (last is { } beat && now - beat > (setting.LastBeatOn is null ? TimeSpan.FromHours(1) : Silence))
        {
            composition.Alerts.Raise(setting, "no-heart-beat", Away(setting.LastBeatOn, now), now.Date);
        }
    }

    /// <summary>What is said of a time without a heart-beat.</summary>
    public static Sentence Away(DateTime? from, DateTime until)
    {
        var since = from?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";
        var now = until.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new Sentence(
            "The heart of smSys was silent from " + since + " to " + now + " UTC: retries, receipts and bulks stood still. Look at the smSys server and its health page.",
            "ضربان smSys از " + since + " تا " + now + " UTC خاموش بود و تلاش‌های دوباره، رسیدها و ارسال‌های گروهی متوقف ماندند. سرور smSys و صفحه سلامت آن را بررسی کنید.");
    }
}
