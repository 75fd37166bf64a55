using CrmEmulator.PlugIns;

namespace CrmEmulator.Latency;

/// <summary>Numbers the calls that leave the sandbox and shows them to the host's observer.</summary>
internal sealed class CallGate(Action<CallPoint>? observer)
{
    private long number;

    public CallPoint? Begin(StepExecution execution, CallKind kind, string name, string table, Guid rowId)
    {
        var mine = Interlocked.Increment(ref number);
        if (observer is null)
        {
            return null;
        }

        var point = new CallPoint(
            mine,
            kind,
            false,
            name,
            table,
            rowId,
            execution.TypeName,
            execution.Context.PrimaryEntityId,
            execution.Trace.Stage,
            execution.Context.Mode == 1,
            execution.Transaction is not null,
            execution.Id,
            execution.Context.CorrelationId,
            execution.JobId);
        observer(point);
        return point;
    }

    public void End(CallPoint? point)
    {
        if (point is not null)
        {
            observer!(point with { IsAfter = true });
        }
    }
}
