using CrmEmulator.Latency;
using CrmEmulator.Pipeline;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Does something when the first request of asynchronous code is about to leave, or a later one.</summary>
internal sealed class AtFirstSend(int call = 1)
{
    private int _calls;

    public Action? Do { get; set; }

    public void See(CallPoint point)
    {
        if (point is { Kind: CallKind.Http, IsAfter: false } && Do is { } act && ++_calls == call)
        {
            Do = null;
            act();
        }
    }
}
