using System;
using System.Net.Http;

namespace smSys.Providers;

/// <summary>What an adapter is given besides its account. Everything is optional: in Dynamics nothing is set.</summary>
public sealed class ProviderSurroundings
{
    /// <summary>
    /// Makes the handler that carries the requests (the transport disposes it); null: the platform's own, with its proxy settings.
    /// Tests and hosts that route names to simulators put theirs here.
    /// </summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>Takes one line a call: operation, host, status, size, fault. Never bodies, addresses with queries or secrets.</summary>
    public Action<string>? Trace { get; init; }
}
