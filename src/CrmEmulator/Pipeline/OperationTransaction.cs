using System.ServiceModel;
using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Pipeline;

/// <summary>The database transaction of one outermost message, with what must happen when it ends.</summary>
/// <remarks>A service fault inside it dooms it for good: catching the fault does not bring it back (codes −2147220911 and −2146893812).</remarks>
internal sealed class OperationTransaction : IDisposable
{
    private readonly List<Action> afterCommit = [];
    private readonly List<Action> afterEnd = [];
    private bool ended;

    public OperationTransaction(StoreTransaction store) => Store = store;

    public StoreTransaction Store { get; }

    /// <summary>The fault that doomed the transaction, if one did.</summary>
    public FaultException<OrganizationServiceFault>? Doom { get; private set; }

    public void DoomBy(FaultException<OrganizationServiceFault> fault) => Doom ??= fault;

    /// <exception cref="FaultException{T}">The transaction is doomed.</exception>
    public void ThrowIfDoomed()
    {
        if (Doom is not null)
        {
            throw Fault.Of(
                PipelineFaults.NoActiveTransaction,
                $"There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing. The first error was: {Doom.Detail.Message}");
        }
    }

    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Runs after commit or roll-back, outside the transaction.</summary>
    public void AfterEnd(Action action) => afterEnd.Add(action);

    public void Commit()
    {
        ThrowIfDoomed();
        Store.Commit();
        End();
        afterCommit.ForEach(action => action());
    }

    public void Dispose() => End();

    private void End()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        Store.Dispose();
        afterEnd.ForEach(action => action());
    }
}
