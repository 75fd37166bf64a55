using System.Collections.Concurrent;
using System.Net;
using CrmEmulator.PlugIns;

namespace CrmEmulator.Network;

/// <summary>A request that plug-in code made, and where it was sent.</summary>
/// <param name="Host">The host name the code asked for.</param>
/// <param name="IsRefused">True when it went nowhere: an address instead of a name, loopback, an unknown host, https, or an execution that has ended.</param>
/// <param name="Count">How often.</param>
public sealed record HostCallCount(string Host, bool IsRefused, long Count);

/// <summary>What the sandbox can reach: host names that the host of the organisation routes to simulators, and nothing else.</summary>
/// <remarks>
/// Each simulator is its own proxy: it gets the request with the name the plug-in used. As in Dynamics, IP addresses and loopback names are refused.
/// https to a routed name is refused too: simulators speak plain http. Only code of plug-ins and workflow steps is routed; the host's own clients go direct.
/// </remarks>
public sealed class PlugInNetwork
{
    private readonly ConcurrentDictionary<string, Uri> routes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Host, bool IsRefused), long> counts = new();

    /// <summary>Requests by host name since the start.</summary>
    public IReadOnlyList<HostCallCount> Calls =>
        [.. counts.Select(count => new HostCallCount(count.Key.Host, count.Key.IsRefused, count.Value)).OrderBy(count => count.Host, StringComparer.Ordinal)];

    /// <summary>The routes in force, by host name.</summary>
    public IReadOnlyDictionary<string, Uri> Routes => new Dictionary<string, Uri>(routes);

    /// <summary>Sends requests for that host name, on any port, to a simulator's address such as http://127.0.0.1:41234.</summary>
    /// <exception cref="ArgumentException">The name is an IP address or loopback, or the address is not http.</exception>
    public void Route(string hostName, Uri simulator)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hostName);
        ArgumentNullException.ThrowIfNull(simulator);
        if (IsForbidden(hostName))
        {
            throw new ArgumentException($"'{hostName}' is an IP address or a loopback name; a sandbox never reaches those.", nameof(hostName));
        }

        if (simulator.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException("A simulator's address must be http.", nameof(simulator));
        }

        routes[hostName] = simulator;
    }

    /// <summary>Takes a route away; the host is unknown from then on.</summary>
    public void Remove(string hostName) => routes.TryRemove(hostName, out _);

    /// <summary>Where a request of running plug-in code goes; never direct.</summary>
    internal Uri ProxyFor(Uri request, StepExecution execution)
    {
        if (execution.IsRevoked || request.Scheme != Uri.UriSchemeHttp || IsForbidden(request.Host) || !routes.TryGetValue(request.Host, out var simulator))
        {
            return RefusingSink.Address;
        }

        return simulator;
    }

    /// <summary>Notes a request as it leaves the code, with the reason in its trace when it is refused.</summary>
    internal void Note(Uri request, StepExecution execution)
    {
        var refusal = RefusalOf(request, execution);
        counts.AddOrUpdate((request.Host, refusal is not null), 1, (_, count) => count + 1);
        if (refusal is not null)
        {
            execution.Trace.Write($"The request to {request.Host} was refused: {refusal}.");
        }
    }

    private static bool IsForbidden(string hostName) =>
        IPAddress.TryParse(hostName.Trim('[', ']'), out _)
        || hostName.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || hostName.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || hostName.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    private string? RefusalOf(Uri request, StepExecution execution)
    {
        if (execution.IsRevoked)
        {
            return "the platform has ended this execution";
        }

        if (IsForbidden(request.Host))
        {
            return "the sandbox allows no IP addresses and no loopback names";
        }

        if (!routes.ContainsKey(request.Host))
        {
            return "the name is unknown here (route it with PlugInNetwork.Route)";
        }

        return request.Scheme == Uri.UriSchemeHttp ? null : "simulators speak plain http only";
    }
}
