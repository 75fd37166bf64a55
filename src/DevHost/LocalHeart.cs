using CrmEmulator.Time;
using smSys.Server.HeartBeats;

namespace DevHost;

/// <summary>The server's own heart, beating in this process on the organisation's clock.</summary>
public sealed class LocalHeart(ICrmDoor door, OrganizationClock clock)
{
    private CancellationTokenSource? _stop;
    private Task _beating = Task.CompletedTask;

    /// <summary>Begins to beat.</summary>
    public void Start(CancellationToken stop)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _beating = new HeartBeat(door, clock, new HeartBeatOptions { Parallel = 1 }).RunAsync(_stop.Token);
    }

    /// <summary>Stops, after the present beat.</summary>
    public async Task StopAsync()
    {
        if (_stop is not null)
        {
            await _stop.CancelAsync();
            await _beating;
            _stop.Dispose();
        }
    }
}
