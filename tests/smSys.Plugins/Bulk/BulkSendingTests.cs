using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Bulk;

public class BulkSendingTests
{
    [Theory]
    [InlineData(ProviderKind.Ghasedak)]
    [InlineData(ProviderKind.Rahyab)]
    [InlineData(ProviderKind.Kavenegar)]
    public async Task A_bulk_in_three_partitions_reaches_every_phone_once_and_adds_up(ProviderKind kind)
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(250), kind: kind);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 250, 0), (bulk.Statuscode, bulk.Accepted, bulk.Pending));
        Assert.Equal((250, 250), organization.Balance());
        Assert.Equal(250, organization.Accepted().Count);
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
        Assert.Equal(250, organization.Messages().Count);
        Assert.Equal(250, bulk.Delivered);
        Assert.All(organization.Rows(), row => Assert.Equal(SmsProcess.Status.Finished, row.Statuscode));
    }

    [Fact]
    public async Task A_message_of_a_bulk_is_filled_with_what_reports_need()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(3), partitions: 1);

        organization.Engine.Work();

        var sms = organization.Messages().Single(row => row.PhoneNumber == organization.Numbers[1]);
        Assert.Equal(("سلام نام1", Sms.Status.Sent, Lane.Bulk, Direction.Outgoing), (sms.Text, sms.StatusCode, sms.Lane, sms.Direction));
        Assert.Equal((organization.BulkId, organization.Partitions[0], 1, 1), (sms.BulkId?.Id, sms.ProcessIdColumn?.Id, sms.ChunkNumber, sms.ChunkLine));
        Assert.Equal((organization.Engine.LineId, organization.Engine.SettingId), (sms.NumberId?.Id, sms.SettingId?.Id));
        Assert.Equal(("contact", 1, Encoding.UCS2), (sms.RegardingObjectId?.LogicalName, sms.Parts, sms.Encoding));
        Assert.NotNull(sms.ProviderMessageId);
    }

    [Fact]
    public async Task Who_slept_between_announcement_and_call_until_the_time_was_up_calls_nobody_and_everybody_is_sent_to_later()
    {
        BulkOrganization? present = null;
        var announced = 0;
        var (sleeper, callsOfTheSleeper) = (Guid.Empty, 0);
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(50), partitions: 1, execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                if (present is not null && announced == 0 && point is { Name: "Update", Table: SmsProcess.LogicalName, IsAfter: true, IsAsynchronous: true }
                    && present.Rows()[0].Announced > 0)
                {
                    announced = present.Rows()[0].Announced!.Value;
                    sleeper = point.ExecutionId;
                    present.Engine.Clock.Advance(TimeSpan.FromSeconds(100));
                }

                callsOfTheSleeper += point.Kind == CallKind.Http && point.ExecutionId == sleeper ? 1 : 0;
            },
        });
        present = organization;

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal((20, 0), (announced, callsOfTheSleeper));
        Assert.Equal((SmsBulk.Status.Finished, 50), (organization.Bulk().Statuscode, organization.Bulk().Accepted));
        Assert.All(organization.Accepted(), pair => Assert.Equal(1, pair.Value));
    }
}
