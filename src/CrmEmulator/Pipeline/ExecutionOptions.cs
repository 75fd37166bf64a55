using CrmEmulator.Latency;

namespace CrmEmulator.Pipeline;

/// <summary>Which plug-in executions leave a row in plugintracelog.</summary>
public enum TraceRows
{
    None,
    Exceptions,
    All,
}

/// <summary>How an organisation runs plug-ins, workflow steps and asynchronous jobs.</summary>
public sealed record ExecutionOptions
{
    /// <summary>What a step may take, on the organisation's clock.</summary>
    public TimeSpan StepTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Real time that a synchronous step gets in any case, so that a fast clock does not fail a slow machine; a clock moved by hand ignores it.</summary>
    public TimeSpan StepRealTimeFloor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends every value between plug-in and service through the data-contract serializer. Off: values are copied and their types checked.</summary>
    public bool CheckContracts { get; init; } = true;

    /// <summary>Loads plug-in assemblies anew for this organisation, so that their static fields start empty, as after a restart of the sandbox.</summary>
    public bool FreshPlugInMemory { get; init; }

    /// <summary>SetState and Assign run the steps of Update too. Dynamics 9 is seen to do either; off shows what holds when only their own steps run.</summary>
    public bool SetStateRaisesUpdate { get; init; } = true;

    public TraceRows TraceRows { get; init; } = TraceRows.Exceptions;

    /// <summary>Threads that the asynchronous service works with.</summary>
    public int AsyncWorkers { get; init; } = 4;

    /// <summary>Given: due jobs run in an order drawn from this seed. Not given: oldest first.</summary>
    public int? AsyncOrderSeed { get; init; }

    /// <summary>How long a job waits after OperationStatus.Retry.</summary>
    public TimeSpan AsyncRetryInterval { get; init; } = TimeSpan.FromSeconds(30);

    public int AsyncMaximumRetries { get; init; } = 10;

    /// <summary>Called before and after each service call and HTTP request of plug-in code, on the thread that makes it; may block it, for ever too.</summary>
    public Action<CallPoint>? OnCall { get; init; }

    public ServiceLatency Latency { get; init; } = ServiceLatency.None;
}
