using System;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;
using smSys.Plugins.Bulk;
using smSys.Plugins.Processes;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Recovering;

/// <summary>
/// The sweeper of a setting, and the sender of everything that had to wait: abandoned claims, questions about the unknown,
/// retries that are due, queued messages that met a taken slot or lost their job, incoming ones that nobody looked at.
/// </summary>
public sealed class ResendTick : IProcessTick
{
    private const int AtOnce = 100;

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var now = composition.Services.Clock();
        var settingId = account.Setting.Id;

        foreach (var message in composition.Messages.Find(MessageQueries.Abandoned(settingId, now, AtOnce)))
        {
            new Abandonment(composition).Settle(message);
        }

        Ask(composition, account);
        foreach (var message in composition.Messages.Find(MessageQueries.Unprocessed(settingId, now, AtOnce)))
        {
            composition.Messages.Request(message.Id, now);
        }

        new LostBulks(composition.Services.System).AskAgain(now);

        // At its own account, or at that of the setting that stands in for it.
        using var sender = account.Setting.StandInId is null ? null : composition.Accounts.OpenForSending(settingId);
        var sending = sender is { IsStandIn: true } ? sender : account;
        if (!composition.Gate.IsOpen(sending, now))
        {
            return TickResult.Later("The setting is paused or not armed; nothing is sent.");
        }

        var result = Send(composition, sending, process);
        composition.Health.Note(sending, composition.Services.Clock());
        return result;
    }

    private static void Ask(Composition composition, AccountInUse account)
    {
        var questions = new Questions(composition, account);
        var due = composition.Messages.Find(MessageQueries.ToAsk(account.Setting.Id, composition.Services.Clock(), AtOnce));
        foreach (var call in questions.Deal(due))
        {
            if (!LeaseRules.MayCall(composition.Services.Remaining, account.SingleTimeout))
            {
                return;
            }

            questions.Ask(call);
        }
    }

    private static TickResult Send(Composition composition, AccountInUse account, SmsProcessRow process)
    {
        var services = composition.Services;
        var size = new BatchSize(process.BatchSize, account.SendLimit, process.CreateMilliseconds);
        var sent = 0;
        while (true)
        {
            var most = size.For(services.Remaining, account.BatchTimeout);
            if (most == 0)
            {
                return size.WriteInto(TickResult.At(services.Clock(), "Sent " + sent + "; the tick's time was up."));
            }

            var due = composition.Messages.Find(
                MessageQueries.Due(account.Home.Id, account.SendPace > TimeSpan.Zero, services.Clock(), most, account.IsStandIn));
            var before = services.Clock();
            var result = due.Count == 0 ? HandOverResult.Nothing : new HandOver(composition.HandOverDoors, account).Run(due);
            size.Learn(result, services.Clock() - before);
            sent += result.Sent;
            if (result.ComeAgainOn is { } later)
            {
                return size.WriteInto(TickResult.At(later, "Sent " + sent + "; the account's pace lets the next call out later."));
            }

            // Of a page nothing could be sent, and nothing was put aside: its rows are another job's; the next tick looks again.
            if ((result.Sent == 0 && result.PutAside == 0) || result.WasPaused)
            {
                return size.WriteInto(TickResult.Later("Sent " + sent + (result.WasPaused ? "; the setting was paused." : ".")));
            }
        }
    }
}
