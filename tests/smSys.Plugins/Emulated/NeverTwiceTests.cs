using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>SAFETY: never twice, never lost, and when in doubt unknown.</summary>
public class NeverTwiceTests
{
    private const string Mobile = "09123456789";

    [Theory]
    [InlineData(ProviderKind.Ghasedak, SimulatedFault.CutBeforeAnswer)]
    [InlineData(ProviderKind.Ghasedak, SimulatedFault.CutMidAnswer)]
    [InlineData(ProviderKind.Rahyab, SimulatedFault.ErrorAfterStoring)]
    public async Task A_lost_answer_makes_unknown_and_asking_finds_the_message(ProviderKind kind, SimulatedFault fault)
    {
        await using var organization = await EngineOrganization.StartAsync(kind);
        organization.Simulator.Faults.Order(fault);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var unknown = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(Sms.Status.Unknown, unknown.StatusCode);
        Assert.Equal(EngineOrganization.Start.AddSeconds(120), unknown.NextAskOn);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Equal(1, organization.Sends);
        Assert.Single(organization.Inbox(Mobile));
    }

    [Fact]
    public async Task What_never_arrived_is_sent_again_with_the_same_reference_and_nothing_else_is()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var first = organization.Read(sms);
        organization.Pass(TimeSpan.FromSeconds(150));
        var once = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(3));
        var last = organization.Read(sms);

        Assert.Equal((Sms.Status.Unknown, Sms.Status.Unknown), (first.StatusCode, once.StatusCode));
        Assert.NotNull(once.AbsentOn);
        Assert.Equal(Sms.Status.Delivered, last.StatusCode);
        Assert.Equal(first.ReferenceColumn, last.ReferenceColumn);
        Assert.Equal((2, 2), (last.Attempt, organization.Sends));
        Assert.Single(organization.Inbox(Mobile));
    }

    [Fact]
    public async Task What_nobody_can_say_stays_unknown_and_is_not_sent_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        organization.Simulator.Faults.Order(SimulatedFault.WebPage, 100_000, null);

        organization.Pass(TimeSpan.FromHours(25), TimeSpan.FromMinutes(2));

        var row = organization.Read(sms);
        Assert.Equal((Sms.Status.Unknown, (DateTime?)null, "unknown"), (row.StatusCode, row.NextAskOn, row.FaultCode));
        Assert.Equal(1, organization.Sends);
    }

    [Fact]
    public async Task A_job_that_dies_between_the_call_and_its_answer_leaves_a_row_that_another_one_asks_about()
    {
        var crash = new CrashAfterTheCall();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = crash.See });
        var sms = organization.Queue(organization.Contact(Mobile));
        crash.IsArmed = true;

        organization.Work();
        var abandoned = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal(Sms.Status.Sending, abandoned.StatusCode);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Equal(1, organization.Sends);
        Assert.Single(organization.Inbox(Mobile));
    }

    [Fact]
    public async Task Two_jobs_of_one_message_send_it_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact(Mobile));
        for (var i = 0; i < 5; i++)
        {
            organization.System.Update(new SmsRow(sms) { RequestedOn = organization.Clock.UtcNow }.Record);
        }

        organization.Crm.Async.Start();
        organization.Work();
        organization.Crm.Async.Stop();

        Assert.Equal(1, organization.Sends);
        Assert.Equal(Sms.Status.Sent, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task Who_slept_between_claim_and_call_until_the_time_was_up_calls_nobody_and_uses_up_no_attempt()
    {
        EngineOrganization? organization = null;
        var writes = 0;
        await using var sleepy = organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                // The job's second write is the claim; the provider would be called next.
                if (point is { Name: "Update", Table: Sms.LogicalName, IsAsynchronous: true, IsInTransaction: false, IsAfter: true } && ++writes == 2)
                {
                    organization?.Clock.Advance(TimeSpan.FromSeconds(100));
                }
            },
        });
        var sms = sleepy.Queue(sleepy.Contact(Mobile));

        sleepy.Work();
        var (calls, late) = (sleepy.Sends, sleepy.Read(sms));
        sleepy.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((0, Sms.Status.RetryScheduled, 0), (calls, late.StatusCode, late.Attempt));
        Assert.Equal((1, Sms.Status.Delivered, 1), (sleepy.Sends, sleepy.Read(sms).StatusCode, sleepy.Read(sms).Attempt));
        Assert.Single(sleepy.Inbox(Mobile));
    }

    [Fact]
    public async Task A_message_that_is_cancelled_while_it_is_claimed_is_not_sent()
    {
        EngineOrganization? organization = null;
        var sms = Guid.Empty;
        var meddler = new OnceAfter(
            point => point is { IsAsynchronous: true, Name: "Update", Table: Sms.LogicalName },
            () => organization!.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.Cancelled }.Record));
        organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = meddler.See });
        await using var _ = organization;
        sms = organization.Queue(organization.Contact(Mobile));
        meddler.IsArmed = true;

        organization.Work();

        Assert.Equal(Sms.Status.Cancelled, organization.Read(sms).StatusCode);
        Assert.Equal(0, organization.Sends);
    }

    [Fact]
    public async Task A_lost_answer_of_crm_to_our_own_write_is_recognised_as_ours()
    {
        var lost = new OnceAfter(
            point => point is { IsAsynchronous: true, Name: "Update", Table: Sms.LogicalName },
            () => throw new TimeoutException("The answer was lost."));
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = lost.See });
        var sms = organization.Queue(organization.Contact(Mobile));
        lost.IsArmed = true;

        organization.Work();

        Assert.Equal(Sms.Status.Sent, organization.Read(sms).StatusCode);
        Assert.Equal((1, 1), (organization.Sends, organization.Read(sms).Attempt));
    }

    [Fact]
    public async Task A_receipt_that_comes_before_the_settle_is_not_undone_by_it()
    {
        EngineOrganization? organization = null;
        var sms = Guid.Empty;
        var early = new OnceAfter(
            point => point.Kind == CallKind.Http,
            () => organization!.System.Update(new SmsRow(sms) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Delivered }.Record));
        organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = early.See });
        await using var _ = organization;
        sms = organization.Queue(organization.Contact(Mobile));
        early.IsArmed = true;

        organization.Work();

        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.NotNull(organization.Read(sms).ProviderMessageId);
    }
}
