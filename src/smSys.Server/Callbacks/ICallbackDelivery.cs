namespace smSys.Server.Callbacks;

/// <summary>
/// The ear's way to CRM. Faults come as <see cref="Faults.CrmFaultException"/>; then the pushes stay on the disk and come again,
/// so everything here has to be harmless when it is repeated.
/// </summary>
public interface ICallbackDelivery
{
    /// <summary>Asks for a tick of a process now. A process that is gone is a fault of kind Gone.</summary>
    Task RingAsync(Guid processId, DateTime nowUtc, CancellationToken cancel);

    /// <summary>Creates an SMS Process row that carries pushes, due now, and asks for its tick. A row that is there already is left alone.</summary>
    Task CarryAsync(Carrier carrier, DateTime nowUtc, CancellationToken cancel);
}
