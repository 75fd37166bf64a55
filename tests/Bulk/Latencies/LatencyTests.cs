using System.Collections.Concurrent;
using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using DevHost.Bulk;
using smSys.Crm.Tables;
using Xunit.Abstractions;

namespace Bulk.Tests.Latencies;

/// <summary>In an organisation that is as slow as a real one, no tick comes near the platform's two minutes.</summary>
public class LatencyTests(ITestOutputHelper output)
{
    private const int People = 2_000;

    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(110);
    private static readonly TimeSpan ProviderCall = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_tick_is_too_long_and_nothing_is_lost(int times)
    {
        var costs = new Dictionary<string, TimeSpan>
        {
            ["Create"] = TimeSpan.FromMilliseconds(60 * times),
            ["Update"] = TimeSpan.FromMilliseconds(40 * times),
            [string.Empty] = TimeSpan.FromMilliseconds(15 * times),
        };
        BulkOrganization? organization = null;
        var ticks = new ConcurrentBag<(Guid Process, TimeSpan Duration)>();
        await using var slow = organization = await BulkOrganization.StartAsync(
            Providers.Askable, People, mixed: false, new ExecutionOptions { CheckContracts = false, OnCall = point => Take(organization, costs, point) });
        slow.Crm.Traces.Ended += trace =>
        {
            if (trace.TypeName.EndsWith(".ProcessRequested", StringComparison.Ordinal))
            {
                ticks.Add((trace.RowId, trace.Duration));
            }
        };

        var bulk = slow.Begin("slow", partitions: 2);
        slow.Work();
        slow.Pass(TimeSpan.FromHours(8), () => BulkRecord.IsOver(bulk.Read()));

        var outcome = BulkOutcome.Read(slow, bulk, 0);
        Assert.Empty(outcome.Violations());
        Assert.Equal((People, 0), (outcome.Accepted, outcome.Unknown));
        Assert.All(ticks, tick => Assert.InRange(tick.Duration, TimeSpan.Zero, LongestTick));
        output.WriteLine($"{times} times as slow: longest tick {ticks.Max(tick => tick.Duration).TotalSeconds:0.0} s");
        foreach (var partition in slow.Of(bulk.Id, SmsProcess.LogicalName, SmsProcess.Columns.BulkId, SmsProcess.Columns.ProcessKind, SmsProcess.Columns.Partition, SmsProcess.Columns.Accepted).Select(row => new SmsProcessRow(row)).Where(row => row.ProcessKind == ProcessKind.Send))
        {
            var seconds = ticks.Where(tick => tick.Process == partition.Id).Sum(tick => tick.Duration.TotalSeconds);
            output.WriteLine($"  partition {partition.Partition}: {partition.Accepted} messages in {seconds:0} s of ticks, {partition.Accepted / seconds:0.0} a second");
        }
    }

    private static void Take(BulkOrganization? organization, Dictionary<string, TimeSpan> costs, CallPoint point)
    {
        if (organization is null || point.IsAfter || point.IsInTransaction)
        {
            return;
        }

        organization.Clock.Advance(point.Kind == CallKind.Http ? ProviderCall : costs.TryGetValue(point.Name, out var cost) ? cost : costs[string.Empty]);
    }
}
