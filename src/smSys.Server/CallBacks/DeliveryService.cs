namespace smSys.Server.CallBacks;

/// <summary>Delivers call-backs as long as the server runs; after a failure ever more slowly, up to a minute.</summary>
public sealed partial class DeliveryService(Delivery delivery, TimeProvider time, ILogger<DeliveryService> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = Shortest;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await delivery.DeliverAsync(stoppingToken).ConfigureAwait(false);
                wait = Shortest;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !stoppingToken.IsCancellationRequested)
            {
                wait = wait + wait < Longest ? wait + wait : Longest;
                SayUndelivered(fault.Message);
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Call-backs could not be delivered and stay in the spool: {Problem}")]
    private partial void SayUndelivered(string problem);
}
