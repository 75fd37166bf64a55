using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Tracking;

/// <summary>Polls the receipts of an account's messages until each is final or its receipt can no longer come.</summary>
public sealed class TrackTick : IProcessTick
{
    private const int ClosedAPage = 200;
    private static readonly TimeSpan _usualValidity = TimeSpan.FromHours(48);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var now = composition.Services.Clock();
        var plan = new TrackPlan(process.Cursor);
        var run = new TrackRun(composition, account);
        TickResult? result = null;
        if (account.Provider.Capabilities.StateLimit > 0)
        {
            foreach (var span in plan.Due(now).ToArray())
            {
                if (result is null && run.Poll(span, plan, now) is { } again)
                {
                    result = TickResult.At(again, run.Summary);
                }
            }
        }

        var isThrough = Close(composition, account, run, now);
        if (run.HasMoved)
        {
            new RowWriter(composition.Services.System).Update(new SmsSettingRow(account.Setting.Id) { LastReceiptOn = now }.Record);
        }

        result ??= isThrough ? TickResult.Later(run.Summary) : TickResult.OutOfTime(composition.Services.Clock(), run.Summary);
        result.Change.Cursor = plan.Cursor;
        return result;
    }

    // A page at any rate, since a tick may have no time left behind its questions; more of them while there is.
    private static bool Close(Composition composition, AccountInUse account, TrackRun run, DateTime now)
    {
        var validity = account.Setting.ValidityHours is { } hours && hours > 0 ? TimeSpan.FromHours(hours) : _usualValidity;
        var receipts = new Receipts(composition.Messages);
        for (var isFirst = true; ; isFirst = false)
        {
            var old = composition.Messages.Find(MessageQueries.AwaitingReceipt(account.Name, now.AddYears(-1), now - validity, ClosedAPage));
            var inTime = old.TakeWhile(_ => isFirst || composition.Services.Remaining > TimeSpan.Zero);
            var closed = receipts.CloseWithoutReceipt(inTime, validity, now);
            run.Closed += closed;
            if (old.Count < ClosedAPage || closed < old.Count)
            {
                return closed == old.Count;
            }

            if (composition.Services.Remaining <= TimeSpan.Zero)
            {
                return false;
            }
        }
    }

    private sealed class TrackRun
    {
        // Finding the oldest of many that wait costs an organisation about the same for one call's worth as for ten.
        private const int CallsAPage = 10;
        private const int MostAPage = 1_000;

        // The platform gives no more rows at once. What of a second lies behind them waits for the receipts before it.
        private const int MostAQuery = 5_000;

        private readonly Composition _composition;
        private readonly AccountInUse _account;
        private readonly ProviderCapabilities _can;
        private readonly HashSet<Guid> _moved = [];
        private int _asked;

        internal TrackRun(Composition composition, AccountInUse account)
        {
            _composition = composition;
            _account = account;
            _can = account.Provider.Capabilities;
        }

        internal int Closed { get; set; }

        internal bool HasMoved => _moved.Count > 0;

        internal string Summary => "Asked about " + _asked + ", moved " + _moved.Count + ", closed without receipt " + Closed + ".";

        /// <summary>Polls a span; null when it was asked about to its end, else when to come again.</summary>
        internal DateTime? Poll(TrackSpan span, TrackPlan plan, DateTime now)
        {
            var from = span.From;
            var stayed = span.Stayed;
            var isPaced = _can.StatePace > TimeSpan.Zero;
            var most = isPaced ? _can.StateLimit : Math.Max(_can.StateLimit, Math.Min(_can.StateLimit * CallsAPage, MostAPage));
            IReadOnlyList<SmsRow> page;
            int wanted;
            do
            {
                // Time alone does not tell the messages of one second apart, so those that were asked about and stay are counted.
                if (stayed + most > MostAQuery)
                {
                    from = from.AddSeconds(1);
                    stayed = 0;
                }

                wanted = stayed + most;
                page = _composition.Messages.Find(MessageQueries.AwaitingReceipt(_account.Name, from, span.Until, wanted));
                for (var place = stayed; place < page.Count; place += _can.StateLimit)
                {
                    var call = page.Skip(place).Take(_can.StateLimit).ToArray();
                    if (AskInTime(call) is { } again)
                    {
                        plan.Left(span, from, stayed);
                        return again;
                    }

                    var last = call[call.Length - 1].HandedOverOn ?? span.Until;
                    stayed = (last > from ? 0 : stayed) + call.Count(message => message.HandedOverOn == last && !_moved.Contains(message.Id));
                    from = last;
                }

                if (isPaced && page.Count == wanted)
                {
                    plan.Left(span, from, stayed);
                    return _composition.Services.Clock() + _can.StatePace;
                }
            }
            while (page.Count == wanted);

            plan.Asked(span, now);
            return null;
        }

        private DateTime? AskInTime(IReadOnlyList<SmsRow> call) =>
            LeaseRules.MayCall(_composition.Services.Remaining, _account.BatchTimeout) ? Ask(call) : _composition.Services.Clock();

        private DateTime? Ask(IReadOnlyList<SmsRow> page)
        {
            var byId = page.Where(message => !string.IsNullOrEmpty(message.ProviderMessageId))
                .GroupBy(message => message.ProviderMessageId!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            if (byId.Count == 0)
            {
                return null;
            }

            var answer = _account.Provider.GetStates(byId.Keys.ToArray());
            var now = _composition.Services.Clock();
            if (!answer.Succeeded)
            {
                _composition.Services.Trace("States: " + answer.Fault!.Code);
                return now + TimeSpan.FromSeconds(60);
            }

            _asked += byId.Count;
            var receipts = new Receipts(_composition.Messages);
            foreach (var receipt in answer.Value)
            {
                if (byId.TryGetValue(receipt.ProviderMessageId, out var message) && receipts.Apply(message, receipt, now) is not null)
                {
                    _moved.Add(message.Id);
                }
            }

            return null;
        }
    }
}
