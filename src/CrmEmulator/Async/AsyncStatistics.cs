namespace CrmEmulator.Async;

/// <summary>How many jobs ended in which way since the organisation was opened.</summary>
/// <param name="Queued">Jobs written.</param>
/// <param name="Started">Runs begun, repeats included.</param>
/// <param name="Succeeded">Runs that ended well.</param>
/// <param name="Failed">Jobs given up.</param>
/// <param name="Cancelled">Jobs ended by OperationStatus.Canceled.</param>
/// <param name="Retried">Runs that asked to be repeated.</param>
public sealed record AsyncStatistics(long Queued, long Started, long Succeeded, long Failed, long Cancelled, long Retried);
