using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What a message of a bulk costs, and how deep its chain of calls goes.</summary>
public class BulkCostTests
{
    [Fact]
    public async Task At_batches_of_a_hundred_a_message_costs_little_more_than_its_own_row()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(1500), partitions: 1, chunkSize: 1000);
        organization.Engine.System.Update(new SmsProcessRow(organization.Partitions[0]) { BatchSize = 100, CreateMilliseconds = 1 }.Record);
        organization.Engine.Crm.Counters.Reset();

        organization.Engine.Work();

        var calls = organization.Engine.Crm.Counters.TotalOf("smSys") / 1500.0;
        Assert.Equal(1500, organization.Bulk().Accepted);
        Assert.True(calls <= 1.1, calls + ": " + string.Join("; ", organization.Engine.Crm.Counters.Snapshot().Select(count => $"{count.TypeName.Split('.')[^1]} {count.Message} {count.Table} {count.Count}")));
        Assert.InRange(organization.Engine.Sends, 15, 16);
    }

    [Fact]
    public async Task No_call_is_deeper_than_leaves_room_for_a_customers_own_step()
    {
        var hurry = new SlowProvider();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(600),
            partitions: 1,
            chunkSize: 1000,
            execution: new ExecutionOptions { OnCall = hurry.See },
            setting: row => row.BatchTimeout = 45);
        hurry.Pass = organization.Engine.Clock.Advance;

        organization.Engine.Work();
        var byItself = organization.Accepted().Count;
        organization.Engine.Pass(TimeSpan.FromMinutes(30));

        Assert.InRange(organization.Engine.Crm.Traces.Executions.Max(trace => trace.Depth), 2, 5);
        Assert.True(byItself is > 120 and < 600, byItself + ": " + string.Join("; ", organization.Engine.Crm.Traces.Executions.Where(trace => trace.Mode == 1).Select(trace => $"{trace.TypeName.Split('.')[^1]} {trace.Depth} {trace.StartedOn:HH:mm:ss} {trace.Text.Trim()}")));
        Assert.Equal(600, organization.Bulk().Accepted);
    }

    /// <summary>Every request takes thirty seconds, so that a tick has time for two.</summary>
    private sealed class SlowProvider
    {
        public Action<TimeSpan>? Pass { get; set; }

        public void See(CallPoint point)
        {
            if (point is { Kind: CallKind.Http, IsAfter: true })
            {
                Pass?.Invoke(TimeSpan.FromSeconds(30));
            }
        }
    }
}
