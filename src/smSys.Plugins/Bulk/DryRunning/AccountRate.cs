using System;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Health;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Bulk.DryRunning;

/// <summary>How fast an account will send a bulk: its pace as sending obeys it, and what its last bulks and calls took.</summary>
public static class AccountRate
{
    /// <summary>Reads it.</summary>
    /// <param name="composition">Of the tick.</param>
    /// <param name="setting">Of the bulk.</param>
    /// <param name="recipients">Everybody who was counted.</param>
    /// <param name="wished">Partitions that somebody entered.</param>
    public static SendingRate Of(Composition composition, SmsSettingRow setting, int recipients, int? wished)
    {
        var limit = setting.PartitionLimit is { } most && most > 0 ? most : PartitionPlan.DefaultLimit;
        var calls = HealthWindow.Read(setting.HealthNote).Sum(composition.Services.Clock());
        return LimitsOf(composition, setting) with
        {
            AtOnce = Math.Min(limit, Math.Max(1, PartitionPlan.Count(recipients, limit, wished))),
            PerMessage = composition.Partitions.MessageTime(setting.Id),
            PerCall = calls.Calls == 0 ? null : TimeSpan.FromTicks(calls.Latency.Ticks / calls.Calls),
        };
    }

    // What the provider documents counts as well as what the administrator entered.
    private static SendingRate LimitsOf(Composition composition, SmsSettingRow setting)
    {
        try
        {
            using var account = composition.Accounts.Open(setting);
            return new SendingRate(account.SendPace, Math.Min(account.SendLimit, LeaseRules.LargestBatch), 1, null, null);
        }
        catch (RefusalException refusal)
        {
            // Sending will be refused with the same sentence; a dry run is not stopped by it.
            composition.Services.Trace(refusal.Code);
            var size = setting.BatchLimit is { } limit && limit > 0 ? Math.Min(limit, LeaseRules.LargestBatch) : LeaseRules.LargestBatch;
            return new SendingRate(TimeSpan.FromMilliseconds(Math.Max(0, setting.SendPace ?? 0)), size, 1, null, null);
        }
    }
}
