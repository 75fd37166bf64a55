using smSys.Server.Options;

namespace smSys.Server.Heartbeat;

/// <summary>Lets the heart beat as long as the server runs.</summary>
public sealed partial class HeartService(Heart heart, ServerOptions options, TimeProvider time, ILogger<HeartService> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? problem = null;
        var address = options.Organisation.Address;
        while (!stoppingToken.IsCancellationRequested)
        {
            var report = await heart.BeatAsync(stoppingToken).ConfigureAwait(false);
            var before = problem;
            problem = report.Problem;

            // Once when it begins, once when it is over; not at every beat.
            if (problem is not null && problem != before)
            {
                SayUnreachable(address, problem);
            }
            else if (problem is null && before is not null)
            {
                SayReachable(address);
            }

            await Task.Delay(TimeSpan.FromSeconds(options.BeatSeconds), time, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Error, "The heart-beat does not reach {Address}: {Problem} SMS that wait are not sent until it does; check the address, the sign-in and the network.")]
    private partial void SayUnreachable(string address, string problem);

    [LoggerMessage(LogLevel.Information, "The heart-beat reaches {Address} again.")]
    private partial void SayReachable(string address);
}
