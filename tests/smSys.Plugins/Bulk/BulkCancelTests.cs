using CrmEmulator.Pipeline;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Cancelling a bulk also cancels those of its rows that wait to be sent again.</summary>
public class BulkCancelTests
{
    private const int FirstBatch = 20;
    private const int Forever = 1_000_000;

    [Fact]
    public async Task Cancelling_cancels_rows_that_are_queued_or_wait_for_their_next_attempt()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(50), partitions: 1, kind: ProviderKind.Asanak, execution: new ExecutionOptions { OnCall = watch.See });
        var engine = organization.Engine;

        // Nobody can be asked about the first batch, so all of it is unknown; the rest waits for the bulk to be resumed.
        engine.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        watch.Do = () => organization.Set(BulkState.Paused);
        engine.Work();
        engine.Pass(TimeSpan.FromMinutes(40));
        var unknown = organization.Messages();
        Assert.Equal((SmsBulk.Status.Paused, FirstBatch, FirstBatch), (organization.Bulk().Statuscode, organization.Bulk().Unknown, unknown.Count));

        // One goes out again and is told to come later; another waits for a time of its own.
        organization.Set(BulkState.Running);
        engine.Simulator.Faults.Order(SimulatedFault.TooFast, Forever);
        SendAgain(organization, unknown[0], null);
        SendAgain(organization, unknown[1], engine.Clock.UtcNow.AddHours(1));
        engine.Work();
        var waiting = (engine.Read(unknown[0].Id).StatusCode, engine.Read(unknown[1].Id).StatusCode);
        var sends = engine.Sends;
        organization.Set(BulkState.Cancelled);
        engine.Simulator.Faults.Clear();
        engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromSeconds(30));

        var bulk = organization.Bulk();
        Assert.Equal((Sms.Status.RetryScheduled, Sms.Status.Queued), waiting);
        Assert.Equal((Sms.Status.Cancelled, Sms.Status.Cancelled), (engine.Read(unknown[0].Id).StatusCode, engine.Read(unknown[1].Id).StatusCode));
        Assert.Equal(
            (SmsBulk.Status.Cancelled, 0, FirstBatch - 2, 50 - FirstBatch + 2, 0),
            (bulk.Statuscode, bulk.Accepted, bulk.Unknown, bulk.CancelledCount, bulk.Pending));
        Assert.Equal((50, 50), organization.Balance());
        Assert.Equal((sends, 0), (engine.Sends, engine.Simulator.Messages.Count));
        Assert.Null(bulk.Warning);
    }

    private static void SendAgain(BulkOrganization organization, SmsRow row, DateTime? notBefore)
    {
        var change = new SmsRow(row.Id) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued, ResendReason = "nothing came" };
        if (notBefore is { } time)
        {
            change.NotBefore = time;
        }

        organization.Engine.Admin.Update(change.Record);
    }
}
