using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What was certainly not tried goes back without counting an attempt.</summary>
public class PutBackTests
{
    private static readonly string[] Mobiles = ["09121110001", "09121110011", "09121110021", "09121110031"];

    [Fact]
    public async Task Credit_gone_in_the_middle_of_a_call_puts_the_rest_back_until_the_top_up()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        var messages = Waiting(organization);
        organization.Simulator.Account.PaidIn = organization.Simulator.Messages.Spent + (2 * organization.Simulator.Account.PartPrice);

        Beat(organization);
        var rows = messages.Select(organization.Read).ToArray();
        var paused = organization.Setting();
        organization.Simulator.Account.PaidIn = 1_000_000_000;
        organization.Pass(TimeSpan.FromMinutes(90));

        Assert.Equal([(Sms.Status.RetryScheduled, 0), (Sms.Status.RetryScheduled, 0), (Sms.Status.Sent, 1), (Sms.Status.Sent, 1)],
            rows.Select(row => (row.StatusCode!.Value, row.Attempt!.Value)).OrderBy(row => row.Item2));
        Assert.Equal((SmsSetting.Status.Paused, PauseReason.LowBalance), (paused.Statuscode, paused.PauseReason));
        Assert.All(messages, sms => Assert.Equal((Sms.Status.Delivered, 1), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt)));
        Assert.All(Mobiles, mobile => Assert.Single(organization.Inbox(mobile)));
    }

    [Theory]
    [InlineData(SimulatedFault.CutBeforeAnswer, Sms.Status.Unknown, 1)]
    [InlineData(SimulatedFault.TooFast, Sms.Status.RetryScheduled, 0)]
    public async Task What_stood_behind_a_call_that_failed_is_put_back_and_sent_once(SimulatedFault fault, Sms.Status firstStatus, int firstAttempt)
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.ParsGreen);
        var messages = Waiting(organization);
        organization.Simulator.Faults.Order(fault, 1, "Message/SendSms");

        Beat(organization);
        var rows = messages.Select(organization.Read).ToArray();
        organization.Pass(TimeSpan.FromMinutes(10));

        Assert.Contains(rows, row => (row.StatusCode, row.Attempt) == (firstStatus, firstAttempt) && row.FaultCode != "not-tried");
        var rest = rows.Where(row => row.FaultCode == "not-tried").ToArray();
        Assert.Equal(Mobiles.Length - 1, rest.Length);
        Assert.All(rest, row => Assert.Equal((Sms.Status.RetryScheduled, 0), (row.StatusCode, row.Attempt)));
        Assert.All(rest, row => Assert.Equal((Sms.Status.Delivered, 1), (organization.Read(row.Id).StatusCode, organization.Read(row.Id).Attempt)));
        Assert.All(Mobiles, mobile => Assert.Single(organization.Inbox(mobile)));
    }

    /// <summary>Messages of different texts whose own jobs met a paused setting.</summary>
    private static Guid[] Waiting(EngineOrganization organization)
    {
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Paused }.Record);
        var messages = Mobiles.Select((mobile, i) => organization.Queue(organization.Contact(mobile), "سلام " + i)).ToArray();
        organization.Work();
        organization.Clock.Advance(TimeSpan.FromMinutes(3));
        organization.Reactivate();
        return messages;
    }

    private static void Beat(EngineOrganization organization)
    {
        organization.Beat();
        organization.Work();
    }
}
