using ProviderSimulators.Faults;
using smSys.Crm.Messages;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>SAFETY at a provider that keeps one reference a call (Tooba): the call is asked about as it went out.</summary>
public class CallPlaceTests
{
    private static readonly string[] Mobiles = ["09121110001", "09121110011", "09121110021", "09121110031"];

    [Fact]
    public async Task A_lost_answer_to_a_single_message_is_settled_by_asking()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        var sms = organization.Queue(organization.Contact(Mobiles[0]));

        organization.Work();
        var unknown = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(Sms.Status.Unknown, unknown.StatusCode);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Equal(1, organization.Sends);
    }

    [Fact]
    public async Task Messages_that_waited_share_a_call_and_a_lost_answer_is_settled_place_by_place()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        var messages = Waiting(organization);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer, 1, "sendSms");

        Beat(organization);
        var unknown = messages.Select(organization.Read).ToArray();
        organization.Pass(TimeSpan.FromMinutes(6));

        Assert.All(unknown, row => Assert.Equal(Sms.Status.Unknown, row.StatusCode));
        var places = unknown.Select(row => CallPlace.Read(row.CallPlace)!).OrderBy(place => place.Place).ToArray();
        Assert.Equal([0, 1, 2, 3], places.Select(place => place.Place));
        Assert.Single(places.Select(place => (place.First, place.Size)).Distinct());
        Assert.Equal(1, organization.Simulator.Arrivals["sendSms"]);
        Assert.Equal(1, organization.Simulator.Arrivals["WsdlCheckSend"]);
        foreach (var (sms, mobile) in messages.Zip(Mobiles))
        {
            var row = organization.Read(sms);
            Assert.Equal(Sms.Status.Delivered, row.StatusCode);
            Assert.Equal(row.ProviderMessageId, Assert.Single(organization.Simulator.Messages.All, m => mobile.EndsWith(m.Recipient, StringComparison.Ordinal)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Single(organization.Inbox(mobile));
        }
    }

    [Fact]
    public async Task A_call_that_never_arrived_is_sent_again_each_message_alone_with_its_reference()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        var messages = Waiting(organization);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring, 1, "sendSms");

        Beat(organization);
        var before = messages.Select(organization.Read).ToArray();
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal(before.Select(row => row.ReferenceColumn), messages.Select(sms => organization.Read(sms).ReferenceColumn));
        Assert.All(messages, sms => Assert.Equal((Sms.Status.Delivered, 2), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt)));
        Assert.All(messages, sms => Assert.Equal(1, CallPlace.Read(organization.Read(sms).CallPlace)!.Size));
        Assert.All(Mobiles, mobile => Assert.Single(organization.Inbox(mobile)));
        Assert.Equal(1 + Mobiles.Length, organization.Simulator.Arrivals["sendSms"]);
    }

    [Fact]
    public async Task A_short_answer_about_a_call_proves_nothing_and_a_later_whole_one_settles_it()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        var messages = Waiting(organization);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer, 1, "sendSms");
        organization.Simulator.Faults.References = ReferenceShow.Short;

        Beat(organization);
        organization.Pass(TimeSpan.FromMinutes(10));
        var stillUnknown = messages.Select(sms => organization.Read(sms).StatusCode).ToArray();
        organization.Simulator.Faults.References = ReferenceShow.Honest;
        organization.Pass(TimeSpan.FromMinutes(40));

        Assert.All(stillUnknown, status => Assert.Equal(Sms.Status.Unknown, status));
        Assert.All(messages, sms => Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode));
        Assert.Equal(1, organization.Simulator.Arrivals["sendSms"]);
    }

    [Fact]
    public async Task A_person_who_sends_one_of_a_call_again_does_not_disturb_the_others()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Tooba);
        var messages = Waiting(organization);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer, 1, "sendSms");
        Beat(organization);
        var first = messages.Single(sms => CallPlace.Read(organization.Read(sms).CallPlace)!.Place == 0);

        organization.Admin.Update(new SmsRow(first) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued, ResendReason = "The panel shows nothing" }.Record);
        organization.Pass(TimeSpan.FromMinutes(10));

        // The reference now stands for two calls; whoever is asked about cannot be told apart, and nothing goes out again.
        Assert.Equal(Sms.Status.Delivered, organization.Read(first).StatusCode);
        Assert.Equal(2, organization.Simulator.Arrivals["sendSms"]);
        Assert.All(messages.Where(sms => sms != first), sms => Assert.NotEqual(Sms.Status.RetryScheduled, organization.Read(sms).StatusCode));
        Assert.All(Mobiles.Skip(1).Where(mobile => !organization.Read(first).PhoneNumber!.EndsWith(mobile[1..], StringComparison.Ordinal)), mobile => Assert.Single(organization.Inbox(mobile)));
    }

    [Fact]
    public async Task A_call_that_lost_a_message_before_it_went_out_goes_later_and_counts_no_attempt()
    {
        EngineOrganization? organization = null;
        Guid[] messages = [];
        var meddler = new OnceAfter(
            point => point is { IsAsynchronous: true, Name: "Update", Table: Sms.LogicalName },
            () => organization!.Admin.Update(new SmsRow(messages[0]) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.Cancelled }.Record));
        organization = await EngineOrganization.StartAsync(ProviderKind.Tooba, new CrmEmulator.Pipeline.ExecutionOptions { OnCall = meddler.See });
        await using var _ = organization;
        messages = Waiting(organization);
        meddler.IsArmed = true;

        Beat(organization);
        var sends = organization.Simulator.Arrivals["sendSms"];
        var waiting = messages.Skip(1).Select(organization.Read).ToArray();
        organization.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(0, sends);
        Assert.All(waiting, row => Assert.Equal((Sms.Status.RetryScheduled, 0, "not-tried"), (row.StatusCode, row.Attempt, row.FaultCode)));
        Assert.Equal(Sms.Status.Cancelled, organization.Read(messages[0]).StatusCode);
        Assert.All(messages.Skip(1), sms => Assert.Equal((Sms.Status.Delivered, 1), (organization.Read(sms).StatusCode, organization.Read(sms).Attempt)));
        Assert.Empty(organization.Inbox(Mobiles[0]));
    }

    /// <summary>Messages whose own jobs met a paused setting; the account's Resend process sends them together.</summary>
    private static Guid[] Waiting(EngineOrganization organization)
    {
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Paused }.Record);
        var messages = Mobiles.Select(mobile => organization.Queue(organization.Contact(mobile))).ToArray();
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
