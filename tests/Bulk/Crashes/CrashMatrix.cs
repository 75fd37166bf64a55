using System.Globalization;
using System.ServiceModel;
using CrmEmulator.Pipeline;
using DevHost;
using DevHost.Bulk;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace Bulk.Tests.Crashes;

/// <summary>
/// A bulk of 250 mixed people in three partitions of several batches each, stopped at points of its run, each time a bulk of
/// its own.
/// </summary>
internal sealed class CrashMatrix : IAsyncDisposable
{
    private const int People = 250;
    private const int Partitions = 3;

    /// <summary>Most messages in a call: a partition is several calls, so that a crash can lie between two of them.</summary>
    private const int Batch = 20;

    /// <summary>Fewer batches in a partition would not be several.</summary>
    private const int FewestBatches = 4;

    /// <summary>Longer than anything waits: leases, settle times, the validity of a message.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(30);

    private readonly BulkOrganization _organization;
    private readonly WorldStop _stop;
    private readonly LocalProvider _provider;
    private int _bulks;

    private CrashMatrix(BulkOrganization organization, WorldStop stop, LocalProvider provider)
    {
        _organization = organization;
        _stop = stop;
        _provider = provider;
        _stop.EndProcess = () => organization.Crm.Dispose();
    }

    /// <summary>How the bulk ends when nobody stops it.</summary>
    public BulkOutcome Undisturbed { get; private set; } = null!;

    /// <summary>The most that a stop left unknown in one partition, beyond what is without a stop.</summary>
    public int MostInDoubt { get; private set; }

    /// <summary>Calls that leave the engine in an undisturbed run.</summary>
    public int Calls { get; private set; }

    /// <summary>Enters everything and runs the bulk once without a stop.</summary>
    public static async Task<CrashMatrix> StartAsync(LocalProvider provider)
    {
        WorldStop? stop = null;
        var organization = await BulkOrganization.StartAsync(
            provider, People, mixed: true, new ExecutionOptions { CheckContracts = false, OnCall = point => stop?.See(point) }, batchLimit: Batch);
        organization.Quieten(ProcessKind.Receive, ProcessKind.Balance);
        stop = new WorldStop(organization.Clock);
        var matrix = new CrashMatrix(organization, stop, provider);
        matrix.Undisturbed = matrix.Run(0, after: false, endsProcess: false);
        matrix.Calls = stop.Seen;
        return matrix;
    }

    /// <summary>What the undisturbed run must not show either, one sentence each.</summary>
    public IEnumerable<string> UndisturbedViolations() =>
    [
        .. Undisturbed.Violations(),
        .. Undisturbed.Partitions.Where(pair => pair.Value.Batches < FewestBatches).Select(pair => $"partition {pair.Key} had only {pair.Value.Batches} batches"),
        .. Undisturbed.Partitions.Count == Partitions ? Array.Empty<string>() : [$"there were {Undisturbed.Partitions.Count} partitions"],
    ];

    /// <summary>What went wrong when the world was stopped at a point; empty when nothing did.</summary>
    public IReadOnlyList<string> Try(CrashPoint point)
    {
        var outcome = Run(point.Call, point.After, point.EndsProcess);
        var wrong = outcome.Violations().ToList();
        if (!_stop.HasHappened)
        {
            wrong.Add("the call was never made");
        }

        wrong.AddRange(_provider == Providers.Askable ? Exactly(outcome) : AtMostABatch(outcome));
        return [.. wrong.Select(sentence => $"{point} ({_stop.Place}): {sentence}; {outcome}")];
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        await _organization.DisposeAsync();
    }

    private IEnumerable<string> Exactly(BulkOutcome outcome)
    {
        if (outcome.Unknown != 0)
        {
            yield return $"{outcome.Unknown} are unknown, though the provider can be asked";
        }

        if (!outcome.AtProvider.Keys.ToHashSet().SetEquals(Undisturbed.AtProvider.Keys))
        {
            yield return $"the provider has {outcome.AtProvider.Count} numbers, undisturbed {Undisturbed.AtProvider.Count}";
        }
    }

    /// <summary>
    /// One partition alone was at work when the world stopped, with one batch in doubt: no more than that batch may be unknown
    /// beyond what is without a stop, and no other partition may have one unknown more.
    /// </summary>
    private IEnumerable<string> AtMostABatch(BulkOutcome outcome)
    {
        var more = outcome.Partitions.Select(pair => (Partition: pair.Key, Count: pair.Value.Unknown - Undisturbed.Partitions[pair.Key].Unknown)).Where(pair => pair.Count > 0).ToList();
        MostInDoubt = more.Select(pair => pair.Count).Append(MostInDoubt).Max();
        foreach (var (partition, count) in more.Where(pair => pair.Count > Batch))
        {
            yield return $"partition {partition} has {count} more unknown than undisturbed, which is more than a batch";
        }

        if (more.Count > 1)
        {
            yield return "one partition was stopped, and more are unknown in partitions " + string.Join(", ", more.Select(pair => pair.Partition));
        }

        if (Undisturbed.AtProvider.Keys.Except(outcome.AtProvider.Keys).Count() > outcome.Unknown)
        {
            yield return "more were lost than are unknown";
        }
    }

    private BulkOutcome Run(int call, bool after, bool endsProcess)
    {
        var mark = _organization.Simulator.Messages.Count;
        var name = string.Create(CultureInfo.InvariantCulture, $"bulk {++_bulks}");
        _stop.Arm(call, after, endsProcess, _organization.Processes());
        Go(() => Begin(name));
        if (_stop.HasHappened)
        {
            // The world stopped at the click itself: whoever clicked does it again.
            Begin(name);
        }

        Go(() => _organization.Work());
        for (var end = _organization.Clock.UtcNow + Longest; _organization.Clock.UtcNow < end && !IsQuiet(name);)
        {
            Go(() => _organization.Pass(TimeSpan.FromMinutes(30), () => IsEnding() || IsQuiet(name)));
        }

        _stop.Release();
        return BulkOutcome.Read(_organization, _organization.Find(name), mark);
    }

    private void Begin(string name)
    {
        try
        {
            _organization.Begin(name, Partitions);
        }
        catch (FaultException<OrganizationServiceFault>) when (_stop.HasHappened && !IsEnding())
        {
            // The platform gave the step up; the click has failed.
        }
    }

    /// <summary>Works; when the process was ended meanwhile, another one opens the file.</summary>
    private void Go(Action work)
    {
        try
        {
            work();
        }
        catch (Exception) when (IsEnding())
        {
            // What the dead process still said is nobody's business.
        }

        if (IsEnding())
        {
            _stop.Ending.GetAwaiter().GetResult();
            _organization.Reopen();
            _stop.Forget();
            _organization.Work();
        }
    }

    private bool IsEnding() => !ReferenceEquals(_stop.Ending, Task.CompletedTask);

    private bool IsQuiet(string name)
    {
        var row = _organization.Find(name).Read();
        return BulkRecord.IsOver(row);
    }
}
