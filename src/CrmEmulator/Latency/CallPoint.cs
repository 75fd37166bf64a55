namespace CrmEmulator.Latency;

/// <summary>What leaves the sandbox: a message to the service or an HTTP request.</summary>
public enum CallKind
{
    Service,
    Http,
}

/// <summary>A moment right before or right after a call that plug-in code makes.</summary>
/// <param name="Number">Counts the calls of the organisation from 1; before and after of one call have the same number.</param>
/// <param name="Kind">Service call or HTTP request.</param>
/// <param name="IsAfter">False before the call begins, true when its answer is there and the code has not seen it yet. A failed service call has no "after".</param>
/// <param name="Name">The message name, or method and address without query.</param>
/// <param name="Table">The table a service call is about; empty for HTTP.</param>
/// <param name="RowId">The row a service call is about, if one.</param>
/// <param name="TypeName">The plug-in or activity type whose code calls.</param>
/// <param name="OnRowId">The row whose message set that code going; empty where there is none.</param>
/// <param name="Stage">Its stage (40 for asynchronous steps and workflow steps).</param>
/// <param name="IsAsynchronous">Whether it runs as an asynchronous job.</param>
/// <param name="IsInTransaction">Whether it runs inside a transaction; then blocking it keeps every other writer out.</param>
/// <param name="ExecutionId">One execution of one step.</param>
/// <param name="CorrelationId">The chain it belongs to.</param>
/// <param name="JobId">The asynchronous job, if one.</param>
public sealed record CallPoint(
    long Number,
    CallKind Kind,
    bool IsAfter,
    string Name,
    string Table,
    Guid RowId,
    string TypeName,
    Guid OnRowId,
    int Stage,
    bool IsAsynchronous,
    bool IsInTransaction,
    Guid ExecutionId,
    Guid CorrelationId,
    Guid? JobId);
