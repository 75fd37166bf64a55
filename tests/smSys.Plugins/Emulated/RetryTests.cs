using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What the setting says about trying again is kept: how often, how soon, and what counts.</summary>
public class RetryTests
{
    private const string Mobile = "09123456789";
    private const double Jitter = 0.2;
    private const int FirstSeconds = 60;

    [Fact]
    public async Task Who_is_not_reached_is_tried_as_often_as_the_setting_says_at_growing_intervals_and_then_fails()
    {
        await using var organization = await StartAsync(attempts: 4);
        organization.Network.Remove(organization.Simulator.HostName);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var waits = new List<TimeSpan>();
        for (var end = organization.Clock.UtcNow.AddMinutes(20); organization.Clock.UtcNow < end; organization.Pass(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))
        {
            if (organization.Read(sms) is { StatusCode: Sms.Status.RetryScheduled } row && row.Attempt > waits.Count)
            {
                waits.Add(row.NextAttemptOn!.Value - organization.Clock.UtcNow);
            }
        }

        var failed = organization.Read(sms);
        Assert.Equal((Sms.Status.Failed, 4, FaultKind.Unreachable, null), (failed.StatusCode, failed.Attempt, failed.FaultKind, failed.NextAttemptOn));
        Assert.Equal(3, waits.Count);
        for (var i = 0; i < waits.Count; i++)
        {
            var middle = FirstSeconds << i;
            Assert.InRange(waits[i].TotalSeconds, (middle * (1 - Jitter)) - 2, (middle * (1 + Jitter)) + 2);
        }

        Assert.Equal(SmsSetting.Status.Active, organization.Setting().Statuscode);
        Assert.Equal(0, organization.Sends);
    }

    [Fact]
    public async Task What_failed_together_does_not_come_again_together()
    {
        await using var organization = await StartAsync(attempts: 3);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ErrorLimit = 100 }.Record);
        organization.Network.Remove(organization.Simulator.HostName);

        // The spread comes from the message's id: these four never fall into the same second.
        var messages = Enumerable.Range(0, 4)
            .Select(i => organization.Queue(organization.Contact("0912345678" + i), change: sms => sms.Record.Id = new Guid(i + 1, 0, 0, new byte[8])))
            .ToArray();

        organization.Work();
        var moments = messages.Select(sms => organization.Read(sms).NextAttemptOn!.Value).ToArray();
        organization.Network.Route(organization.Simulator.HostName, organization.Simulator.Address);
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(4, moments.Distinct().Count());
        Assert.All(messages, sms => Assert.Equal((Sms.Status.Delivered, 2), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt)));
        Assert.All(Enumerable.Range(0, 4), i => Assert.Single(organization.Inbox("0912345678" + i)));
    }

    [Fact]
    public async Task Too_fast_uses_up_no_attempt_however_often_it_is_said()
    {
        await using var organization = await StartAsync(attempts: 2);
        organization.Simulator.Faults.Order(SimulatedFault.TooFast, 7);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        var first = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal((Sms.Status.RetryScheduled, 0, FaultKind.SlowDown), (first.StatusCode, first.Attempt, first.FaultKind));
        Assert.Equal((Sms.Status.Delivered, 1), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt));
        Assert.Equal(SmsSetting.Status.Active, organization.Setting().Statuscode);
        Assert.Single(organization.Inbox(Mobile));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task What_nobody_knows_is_sent_again_only_where_the_setting_says_so_and_no_oftener_than_it_says(bool wanted, int calls)
    {
        await using var organization = await StartAsync(attempts: 3, ProviderKind.Asanak, wanted);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring, 4, "sendsms");
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(20));

        Assert.Equal((Sms.Status.Unknown, calls), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt));
        Assert.Equal(calls, organization.Sends);
        Assert.Empty(organization.Inbox(Mobile));
    }

    private static async Task<EngineOrganization> StartAsync(int attempts, ProviderKind kind = ProviderKind.Ghasedak, bool retriesUnknown = false)
    {
        var organization = await EngineOrganization.StartAsync(kind);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId)
        {
            MaximumAttempts = attempts,
            RetryInterval = FirstSeconds,
            RetryUnknown = retriesUnknown,
        }.Record);
        return organization;
    }
}
