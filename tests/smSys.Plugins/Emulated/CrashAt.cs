using CrmEmulator.Latency;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>
/// Ends an asynchronous step at its k-th call, before it leaves or after it took effect. Nothing that the step does afterwards
/// reaches anybody, whatever its catch and finally blocks try: that is what a killed process looks like from outside.
/// </summary>
internal sealed class CrashAt
{
    private int _left;
    private bool _after;
    private Guid _dead;

    /// <summary>True once the step was ended.</summary>
    public bool HasHappened { get; private set; }

    /// <summary>Waits for the next k-th call of asynchronous code.</summary>
    public void Arm(int call, bool after)
    {
        _left = call;
        _after = after;
        HasHappened = false;
    }

    /// <summary>Looks at a call.</summary>
    public void See(CallPoint point)
    {
        if (point.ExecutionId == _dead && _dead != Guid.Empty)
        {
            throw new InvalidOperationException("The process is dead.");
        }

        if (_left == 0 || !point.IsAsynchronous || point.IsAfter != _after || --_left > 0)
        {
            return;
        }

        HasHappened = true;
        _dead = point.ExecutionId;
        throw new InvalidOperationException("The process was killed here.");
    }
}
