using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What an account allows is shared by everything that sends by it.</summary>
public class BulkPaceTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task All_partitions_and_the_single_messages_in_between_share_the_pace_of_their_account()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(180), partitions: 3, setting: setting => setting.SendPace = (int)Pace.TotalMilliseconds, execution: new ExecutionOptions { OnCall = watch.See });
        watch.Do = () =>
        {
            for (var i = 0; i < 5; i++)
            {
                organization.Engine.Queue(organization.Engine.Contact("0912777000" + i));
            }
        };

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(8), TimeSpan.FromSeconds(1));

        var calls = organization.Engine.Simulator.Messages.All.Select(message => message.AcceptedOn).Distinct().Order().ToArray();
        Assert.Equal((SmsBulk.Status.Finished, 180), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.Equal(185, organization.Engine.Simulator.Messages.Count);
        Assert.Equal(calls.Length, organization.Engine.Sends);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Pace, pair.First + " and " + pair.Second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_more_partitions_of_an_account_work_at_once_than_its_setting_allows(int limit)
    {
        BulkOrganization? present = null;
        var (inCall, most) = (0, 0);
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(80),
            partitions: 4,
            setting: setting => setting.PartitionLimit = limit,
            execution: new ExecutionOptions { OnCall = See });
        present = organization;

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal((SmsBulk.Status.Finished, 80), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.Equal(limit, most);
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));

        // While one is in its call, another worker takes whatever is waiting.
        void See(CallPoint point)
        {
            if (present is null || point.Kind != CallKind.Http || present.Partitions.All(partition => partition != point.OnRowId))
            {
                return;
            }

            if (point.IsAfter)
            {
                inCall--;
                return;
            }

            most = Math.Max(most, ++inCall);
            if (inCall < 4)
            {
                Task.Run(() =>
                {
                    present.Engine.Beat();
                    present.Engine.Work();
                }).GetAwaiter().GetResult();
            }
        }
    }
}
