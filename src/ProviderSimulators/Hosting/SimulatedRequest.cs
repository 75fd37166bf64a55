using Microsoft.AspNetCore.Http;
using ProviderSimulators.Faults;

namespace ProviderSimulators.Hosting;

/// <summary>A request as the provider's own code sees it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Without host and query, also when the request named the whole address (a proxy's form).</param>
/// <param name="Query">Names without case.</param>
/// <param name="Headers">Names without case.</param>
/// <param name="Body">UTF-8.</param>
public sealed record SimulatedRequest(string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, string Body)
{
    /// <summary>A fault that the provider's own code has to put into its words.</summary>
    public SimulatedFault? Fault { get; init; }
}

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">With charset.</param>
/// <param name="Body">UTF-8.</param>
public sealed record SimulatedReply(int Status, string ContentType, string Body)
{
    /// <summary>What goes wrong on the way back, by a recipient's fate.</summary>
    public SimulatedFault? Fault { get; init; }
}
