using System.Diagnostics;
using smSys.Crm.Tables;

namespace DevHost.Bulk;

/// <summary>What a run cost up to the hand-over of its last message.</summary>
/// <param name="MessagesPerSecond">Accepted, by the wall clock.</param>
/// <param name="CrmCallsPerMessage">Calls of the bulk's own processes to IOrganizationService.</param>
/// <param name="ProviderCallsPerMessage">Its requests to the provider.</param>
public sealed record RunPace(double MessagesPerSecond, double CrmCallsPerMessage, double ProviderCallsPerMessage);

/// <summary>The counters as they stood when a run began.</summary>
public sealed class RunStart
{
    private readonly LocalSystem _system;
    private readonly int _accepted;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Now.</summary>
    public RunStart(LocalSystem system, string provider)
    {
        _system = system;
        _accepted = system.Simulators[provider].Messages.Count;
    }

    /// <summary>What there was since then.</summary>
    /// <param name="row">The record now.</param>
    /// <param name="provider">Whose requests count.</param>
    /// <param name="calls">Calls to Dynamics that the bulk made in this run.</param>
    /// <param name="requests">Requests to the provider that it made in this run.</param>
    public RunPace Until(SmsBulkRow row, string provider, int calls, int requests)
    {
        // A run that was killed has handed over what an earlier one counted: only what reached the provider in this one counts.
        var messages = Math.Max(1, _system.Simulators[provider].Messages.Count - _accepted + (row.Rejected ?? 0));
        return new RunPace(
            Math.Round(messages / _watch.Elapsed.TotalSeconds, 1),
            Math.Round((double)calls / messages, 3),
            Math.Round((double)requests / messages, 4));
    }
}
