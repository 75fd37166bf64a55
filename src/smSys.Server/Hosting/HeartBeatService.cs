using Microsoft.Extensions.Hosting;
using smSys.Server.HeartBeats;

namespace smSys.Server.Hosting;

/// <summary>Keeps the heart beating while the server runs.</summary>
internal sealed class HeartBeatService(HeartBeat heart) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => heart.RunAsync(stoppingToken);
}
