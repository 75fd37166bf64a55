using CrmEmulator.Latency;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Stops an asynchronous step at its first service call after an HTTP request.</summary>
internal sealed class CrashAfterTheCall
{
    private bool _called;

    public bool IsArmed { get; set; }

    public void See(CallPoint point)
    {
        if (!IsArmed)
        {
            return;
        }

        if (point.Kind == CallKind.Http)
        {
            _called = true;
        }
        else if (_called)
        {
            IsArmed = false;
            throw new InvalidOperationException("The process was killed here.");
        }
    }
}
