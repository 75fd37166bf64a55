namespace smSys.Plugins.Processes;

/// <summary>
/// How deep in a chain of calls background work may ask for more of itself. Dynamics ends a chain at 8 within an hour; what a
/// tick writes is one deeper than the tick, and the customer's own steps and workflows on it one more.
/// </summary>
public static class DepthRules
{
    /// <summary>From here up a tick is asked for directly; deeper it waits for the heart-beat, which starts a new chain.</summary>
    public const int DeepestRequest = 3;
}
