using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class OneMessageOutTests
{
    [Theory]
    [InlineData(ProviderKind.Ghasedak)]
    [InlineData(ProviderKind.Rahyab)]
    public async Task A_queued_message_reaches_the_phone_and_becomes_delivered(ProviderKind kind)
    {
        await using var organization = await EngineOrganization.StartAsync(kind);
        var sms = organization.Queue(organization.Contact("۰۹۱۲ ۳۴۵ ۶۷۸۹"), "سلام سارا");

        organization.Work();
        var sent = organization.Read(sms);
        organization.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(Sms.Status.Sent, sent.StatusCode);
        Assert.NotNull(sent.ProviderMessageId);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
        Assert.Equal("سلام سارا", Assert.Single(organization.Inbox("09123456789")).Text);
    }

    [Fact]
    public async Task A_message_is_filled_with_what_reports_need()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact("+98 912 345 6789");
        var template = organization.Template("{{firstname}} {{lastname}} گرامی، خوش آمدید.");

        var sms = organization.Read(organization.Queue(contact, "", row => { row.Text = null; row.TemplateId = template; }));

        Assert.Equal("سارا رضایی گرامی، خوش آمدید.", sms.Text);
        Assert.Equal(("989123456789", "+98 912 345 6789"), (sms.PhoneNumber, sms.NumberAsEntered));
        Assert.Equal((1, Encoding.UCS2, Direction.Outgoing, Lane.Single), (sms.Parts, sms.Encoding, sms.Direction, sms.Lane));
        Assert.Equal((organization.LineId, organization.SettingId, contact), (sms.NumberId?.Id, sms.SettingId?.Id, sms.RegardingObjectId?.Id));
        Assert.Equal(sms.Text, sms.Subject);
    }

    [Fact]
    public async Task A_draft_that_is_queued_later_is_prepared_then()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var draft = organization.Queue(organization.Contact("09123456789"), "سلام", row => row.StatusCode = Sms.Status.Draft);

        organization.Admin.Update(new SmsRow(draft) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued }.Record);
        organization.Work();

        Assert.Equal(Sms.Status.Sent, organization.Read(draft).StatusCode);
    }

    [Theory]
    [InlineData("02188776655", "number-not-mobile")]
    [InlineData("0912345", "number-too-short")]
    [InlineData(null, "number-missing")]
    public async Task A_number_that_no_sms_reaches_is_refused_with_a_code(string? mobile, string code)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact(mobile!);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Queue(contact));

        Assert.Contains("(" + code + ")", fault.Message, StringComparison.Ordinal);
        Assert.Empty(organization.All(Sms.LogicalName));
    }

    [Fact]
    public async Task A_message_whose_time_is_over_is_not_sent()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"), "سلام", row => row.NotAfter = EngineOrganization.Start.AddMinutes(1));
        organization.Clock.Advance(TimeSpan.FromMinutes(2));

        organization.Work();

        Assert.Equal(Sms.Status.Expired, organization.Read(sms).StatusCode);
        Assert.Empty(organization.Inbox("09123456789"));
    }

    [Fact]
    public async Task A_message_that_is_to_wait_is_sent_when_its_time_has_come()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"), "سلام", row => row.NotBefore = EngineOrganization.Start.AddMinutes(5));

        organization.Pass(TimeSpan.FromMinutes(4));
        var before = organization.Read(sms).StatusCode;
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(Sms.Status.Queued, before);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task An_account_with_a_pace_sends_what_waits_together()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Rahyab);
        for (var i = 0; i < 30; i++)
        {
            organization.Queue(organization.Contact("0912345" + (6000 + (i * 10) + 9)), "سلام");
        }

        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.All(organization.All(Sms.LogicalName), row => Assert.Equal(Sms.Status.Delivered, new SmsRow(row).StatusCode));
        Assert.InRange(organization.Sends, 2, 5);
    }

    [Fact]
    public async Task A_refused_recipient_fails_at_once_and_a_blocked_one_has_a_state_of_its_own()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Rahyab);
        var blocked = organization.Queue(organization.Contact("09123450013"));
        var found = organization.Queue(organization.Contact("09123450003"));
        var lost = organization.Queue(organization.Contact("09123450002"));

        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(Sms.Status.BlockedByOperator, organization.Read(blocked).StatusCode);
        Assert.Equal(Sms.Status.BlockedByOperator, organization.Read(found).StatusCode);
        Assert.Equal(Sms.Status.Undelivered, organization.Read(lost).StatusCode);
    }

    [Fact]
    public async Task One_bad_number_does_not_take_the_others_of_its_call_along()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak);
        organization.Simulator.Faults.Order(SimulatedFault.Unauthorized);
        organization.Queue(organization.Contact("09123450009"));
        organization.Work();
        foreach (var end in new[] { "0019", "0013", "0029", "0039" })
        {
            organization.Queue(organization.Contact("0912345" + end));
        }

        organization.Work();
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(30));

        var states = organization.All(Sms.LogicalName).Select(row => new SmsRow(row)).ToDictionary(row => row.PhoneNumber!, row => row.StatusCode);
        Assert.Equal(Sms.Status.Failed, states["989123450013"]);
        Assert.Equal(4, states.Values.Count(state => state == Sms.Status.Delivered));
    }
}
