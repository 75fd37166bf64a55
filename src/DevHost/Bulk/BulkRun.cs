using System.Diagnostics;
using DevHost.Journey;
using smSys.Crm.Tables;

namespace DevHost.Bulk;

/// <summary>A bulk from its list to its last receipt. Started again on the same folder it goes on.</summary>
public sealed class BulkRun(LocalSystem system, BulkOptions options, CallsByRow calls, ProgressLine progress)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Simulated time without any change after which nothing more is expected.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromHours(2);

    private int _deepest;

    /// <summary>Runs it and gives the figures.</summary>
    public async Task<BulkReport> RunAsync(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        system.Organization.Traces.Ended += trace => _deepest = Math.Max(_deepest, trace.Depth);
        var account = AccountSetup.Enter(system, LocalProvider.Of(options.Provider));
        var audience = new BulkAudience(system.Service, options.Recipients, options.Mixed);
        var list = audience.Enter(done => progress.Show($"Entering contacts: {done} of {options.Recipients}"));
        var bulk = new BulkRecord(system.Service, audience.Row + " by " + options.Provider);

        var before = new RunStart(system, options.Provider);
        bulk.Start(account, list);
        var sent = await WaitAsync(bulk, BulkRecord.IsOver, stop);
        var sending = before.Until(sent, options.Provider, calls.Of(bulk.Rows()), calls.RequestsOf(bulk.Rows()));
        var last = await WaitAsync(bulk, row => BulkRecord.IsOver(row) && (row.Waiting ?? 0) == 0, stop);
        return Report(last, sending) with
        {
            DuplicatesAtProvider = DuplicatesOf(options.Provider),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 2),
            PeakMemoryMb = PeakMemory.InMegabytes(),
            DeepestDepth = _deepest,
        };
    }

    private BulkReport Report(SmsBulkRow row, RunPace pace)
    {
        var skipped = SkippedCount.Of(row);
        var invalid = skipped.NoNumber + skipped.Invalid;
        return new BulkReport
        {
            Rows = options.Recipients,
            Recipients = options.Recipients - invalid - skipped.Duplicate,
            Invalid = invalid,
            Duplicates = skipped.Duplicate,
            Accepted = row.Accepted ?? 0,
            Rejected = row.Rejected ?? 0,
            Unknown = row.Unknown ?? 0,
            Delivered = row.Delivered ?? 0,
            Undelivered = row.Undelivered ?? 0,
            Blocked = row.Blocked ?? 0,
            WithoutReceipt = row.WithoutReceipt ?? 0,
            Waiting = row.Waiting ?? 0,
            Skipped = skipped,
            Pending = row.Pending ?? 0,
            Cancelled = row.CancelledCount ?? 0,
            CrmCallsPerMessage = pace.CrmCallsPerMessage,
            ProviderCallsPerMessage = pace.ProviderCallsPerMessage,
            MessagesPerSecond = pace.MessagesPerSecond,
            State = BulkRecord.StateOf(row),
            IsOver = BulkRecord.IsOver(row),
        };
    }

    private async Task<SmsBulkRow> WaitAsync(BulkRecord bulk, Func<SmsBulkRow, bool> isThere, CancellationToken stop)
    {
        var clock = system.Organization.Clock;
        var changedOn = clock.UtcNow;
        var last = bulk.Read();
        while (!isThere(last) && clock.UtcNow - changedOn < Calm)
        {
            await Task.Delay(Look, stop);
            var row = bulk.Read();
            changedOn = row.Record.RowVersion == last.Record.RowVersion ? changedOn : clock.UtcNow;
            last = row;
            progress.Show($"{BulkRecord.StateOf(row)}: of {row.Expected ?? options.Recipients} accepted {row.Accepted ?? 0}, delivered {row.Delivered ?? 0}, rejected {row.Rejected ?? 0}, skipped {row.Skipped ?? 0}, unknown {row.Unknown ?? 0}, pending {row.Pending ?? 0}");
        }

        return last;
    }

    /// <summary>Counted from what the simulator keeps, not from what smSys believes.</summary>
    private int DuplicatesOf(string provider)
    {
        var messages = system.Simulators[provider].Messages;
        return messages.Count - messages.Recipients.Count;
    }
}
