using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Whose an incoming message is, after a conversation, on a team's line, after days of silence; and what it stops.</summary>
public class ReceivingTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task Of_two_who_share_a_number_the_one_who_was_written_to_on_the_line_is_meant()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile, "سارا");
        var second = organization.Contact(Mobile, "علی");
        organization.Queue(second);
        organization.Pass(TimeSpan.FromMinutes(1));

        Text(organization, "باشد");

        var answer = Assert.Single(organization.Inbound());
        Assert.Equal((second, false), (answer.RegardingObjectId?.Id, answer.IsAmbiguous ?? false));
    }

    [Fact]
    public async Task What_arrives_on_a_teams_line_belongs_to_the_team_and_lies_in_its_queue()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var team = organization.SupportRule();
        organization.Admin.Update(new SmsNumberRow(organization.LineId) { OwnerId = new EntityReference("team", team) }.Record);

        Text(organization, "سلام");

        var message = Assert.Single(organization.Inbound());
        var queue = organization.System.Retrieve("team", team, new ColumnSet("queueid")).GetAttributeValue<EntityReference>("queueid");
        var item = Assert.Single(organization.All("queueitem", query => query.Criteria.AddCondition("objectid", ConditionOperator.Equal, message.Id)));
        Assert.Equal((Sms.Status.Received, team, team), (message.StatusCode, message.OwnerId!.Id, message.TeamId!.Id));
        Assert.Equal(queue.Id, item.GetAttributeValue<EntityReference>("queueid").Id);
    }

    [Fact]
    public async Task Days_without_a_heart_beat_lose_no_message()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        organization.Pass(TimeSpan.FromMinutes(2));
        string[] texts = ["روز اول", "روز دوم", "روز سوم"];

        foreach (var text in texts)
        {
            organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
            organization.Clock.Advance(TimeSpan.FromHours(23));
        }

        organization.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(texts.Order(StringComparer.Ordinal), organization.Inbound().Select(message => message.Text!).Order(StringComparer.Ordinal));
        Assert.All(organization.Inbound(), message => Assert.Equal(Sms.Status.Received, message.StatusCode));
    }

    [Fact]
    public async Task Lines_are_asked_at_the_interval_of_their_setting_and_at_a_changed_one_at_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Contact(Mobile);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PollInterval = 86_400 }.Record);
        organization.Pass(TimeSpan.FromMinutes(2));

        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromHours(12), TimeSpan.FromMinutes(30));
        var within = organization.Inbound().Count;
        organization.Pass(TimeSpan.FromHours(13), TimeSpan.FromMinutes(30));
        var afterADay = organization.Inbound().Count;
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "باز هم سلام");
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PollInterval = 30 }.Record);
        organization.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1, 2), (within, afterADay, organization.Inbound().Count));
    }

    [Fact]
    public async Task An_opt_out_stops_what_was_queued_before_it()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var queued = organization.Queue(organization.Contact(Mobile), "یادآوری", sms => sms.NotBefore = EngineOrganization.Start.AddMinutes(10));

        Text(organization, "لغو");
        organization.Pass(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

        Assert.Equal(Sms.Status.OptedOut, organization.Read(queued).StatusCode);
        Assert.DoesNotContain(organization.Inbox(Mobile), message => message.Text == "یادآوری");
    }

    private static void Text(EngineOrganization organization, string text)
    {
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        organization.Pass(TimeSpan.FromMinutes(3));
    }
}
