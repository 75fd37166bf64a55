using System;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Processes;

/// <summary>
/// The tick of a process: takes its lease, works for at most the tick's time, and gives the lease back with the time of the
/// next tick. Two heart-beats at once, or a job that Dynamics runs twice, find the lease taken and go away.
/// </summary>
[Step("Update", SmsProcess.LogicalName, Stage.PostOperation, StepMode.Asynchronous, Filters = [SmsProcess.Columns.RequestedOn])]
public sealed class ProcessRequested : PlugIn
{
    private static readonly TimeSpan _shortestInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPenalty = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        services.DemandNoTransaction();
        var composition = new Composition(services);
        var process = composition.Processes.Read(services.Context.PrimaryEntityId);
        var tick = process is null ? null : ProcessKinds.TickOf(process);
        if (tick is null || !composition.Processes.Take(process!, services.Token, services.Clock()))
        {
            services.Trace("Nothing to do: the process is gone, paused, over, or another job works on it.");
            return;
        }

        Finish(composition, process!, Work(composition, process!, tick, out var failures), failures);
    }

    private static TickResult Work(Composition composition, SmsProcessRow process, IProcessTick tick, out int failures)
    {
        try
        {
            failures = 0;
            return tick.Run(composition, process);
        }
        catch (RefusalException refusal)
        {
            // Somebody has to mend a record; asking ever more rarely until they have.
            failures = (process.Failures ?? 0) + 1;
            var wait = TimeSpan.FromSeconds(30L << Math.Min(failures, 7));
            var now = composition.Services.Clock();
            return TickResult.At(
                now + (wait < _longestPenalty ? wait : _longestPenalty),
                composition.Notes.Say(refusal.Sentence) + " (" + refusal.Code + ")");
        }
    }

    private static void Finish(Composition composition, SmsProcessRow process, TickResult result, int failures)
    {
        var services = composition.Services;
        if (result.IsLost)
        {
            services.Trace(result.Summary);
            return;
        }

        var isOneShot = process.Interval is null or <= 0;
        var interval = TimeSpan.FromSeconds(process.Interval ?? 0);
        var change = result.Change;
        change.Record.Id = process.Id;
        change.NextRunOn = result.NextRunOn ?? services.Clock() + (interval < _shortestInterval ? _shortestInterval : interval);
        change.LastResult = result.Summary;
        change.Failures = failures;
        services.Trace(result.Summary);
        if (result.GoesOn && services.Context.Depth <= DepthRules.DeepestRequest)
        {
            // The same write gives the lease back, so the next tick finds the row free. Deeper down the heart-beat goes on.
            change.RequestedOn = services.Clock();
        }

        // After the lease has run out the row is somebody else's.
        if (services.Clock() - services.StartedOn >= LeaseRules.Lease)
        {
            return;
        }

        var isOver = result.IsOver || (isOneShot && result.NextRunOn is null);
        if (composition.Processes.GiveBack(change, process, services.Token, services.Clock()) && isOver)
        {
            composition.Processes.EndUnlessAsked(process, failures == 0 ? SmsProcess.Status.Finished : SmsProcess.Status.Failed, services.Clock());
        }
    }
}
