using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Processes;

/// <summary>
/// Starts a try-out at once: a process without an interval that somebody made by clicking: a balance, a connection, a list
/// to take in or to settle by, a thinning out once; whoever may not have such work done is refused. A text that was tried or previewed is over when it is created. Standing processes wait for the heart-beat.
/// </summary>
[Step("Create", SmsProcess.LogicalName, Stage.PostOperation)]
public sealed class ProcessStarting : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var process = new SmsProcessRow(services.Target);
        ProcessRights.Demand(services, process);
        var isTryOut = process.ProcessKind
            is ProcessKind.Balance or ProcessKind.TestConnection or ProcessKind.Normalise or ProcessKind.ImportConsents or ProcessKind.ExportConsents
            or ProcessKind.Settle or ProcessKind.Retention;
        if (isTryOut && (process.Interval ?? 0) <= 0 && process.NextRunOn is null)
        {
            services.System.Update(new SmsProcessRow(services.Context.PrimaryEntityId) { RequestedOn = services.Clock() }.Record);
        }

        // It was answered while it was created.
        if (process.ProcessKind is ProcessKind.TestText or ProcessKind.Preview)
        {
            services.System.Update(new SmsProcessRow(services.Context.PrimaryEntityId)
            {
                Statecode = SmsProcess.State.Inactive,
                Statuscode = SmsProcess.Status.Finished,
            }.Record);
        }
    }
}
