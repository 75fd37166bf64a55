using Microsoft.Extensions.Hosting;
using smSys.Server.Callbacks;

namespace smSys.Server.Hosting;

/// <summary>Keeps pushes travelling to CRM while the server runs.</summary>
internal sealed class DeliveryService(CallbackDeliverer deliverer) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => deliverer.RunAsync(stoppingToken);
}
