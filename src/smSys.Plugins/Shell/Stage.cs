namespace smSys.Plugins.Shell;

/// <summary>Where in the pipeline a step stands; the values are those of Dynamics.</summary>
public enum Stage
{
    /// <summary>Sees the whole request, before Dynamics parts it; outside the transaction.</summary>
    PreValidation = 10,

    /// <summary>Inside the transaction, before the write.</summary>
    PreOperation = 20,

    /// <summary>After the write; asynchronous steps stand only here.</summary>
    PostOperation = 40,
}

/// <summary>When a step runs; the values are those of Dynamics.</summary>
public enum StepMode
{
    /// <summary>While the caller waits.</summary>
    Synchronous = 0,

    /// <summary>In the asynchronous service, after the transaction. Its job is deleted when it succeeds.</summary>
    Asynchronous = 1,
}
