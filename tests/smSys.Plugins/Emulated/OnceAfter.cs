using CrmEmulator.Latency;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Does something once, after a call has taken effect and before its answer is seen.</summary>
internal sealed class OnceAfter(Func<CallPoint, bool> where, Action what)
{
    public bool IsArmed { get; set; }

    public void See(CallPoint point)
    {
        if (IsArmed && point.IsAfter && where(point))
        {
            IsArmed = false;
            what();
        }
    }
}
