using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Everything that reports need stands in the message's own columns.</summary>
public class ReportTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task A_sent_message_says_who_what_by_which_way_how_much_and_when()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PricePersian = 500, BalanceUnit = BalanceUnit.Rial }.Record);
        var team = Team(organization);
        var template = organization.Template("سلام {{firstname}}");

        var id = organization.Queue(organization.Contact(Mobile), "", row => (row.Text, row.TemplateId) = (null, template));
        organization.Pass(TimeSpan.FromMinutes(10));

        var sms = organization.Read(id);
        Assert.Equal(Sms.Status.Delivered, sms.StatusCode);
        Assert.Equal((Direction.Outgoing, organization.LineId, organization.SettingId), (sms.Direction, sms.NumberId!.Id, sms.SettingId!.Id));
        Assert.Equal((template.Id, "contact", team.Id), (sms.TemplateId!.Id, sms.RegardingObjectId!.LogicalName, sms.TeamId!.Id));
        Assert.Equal((organization.Crm.RootBusinessUnitId, organization.Crm.AdministratorId), (sms.BusinessUnitId!.Id, sms.OwnerId!.Id));
        // What the provider says it cost counts, not the price list.
        Assert.Equal((1, 1000m, BalanceUnit.Rial, 11), (sms.Parts, sms.Cost, sms.CostUnit, sms.HourOfDay));
        Assert.All(new[] { sms.QueuedOn, sms.SendingOn, sms.HandedOverOn, sms.DeliveredOn }, time => Assert.NotNull(time));
        Assert.Equal((int)(sms.DeliveredOn! - sms.HandedOverOn!).Value.TotalSeconds, sms.DeliveredAfter);
    }

    [Fact]
    public async Task An_incoming_message_says_whose_it_was_and_how_soon_it_was_answered_and_handled()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.SupportRule(withCase: false);
        organization.Contact(Mobile);
        organization.Pass(TimeSpan.FromMinutes(1));
        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], "مشکل دارم");
        organization.Pass(TimeSpan.FromMinutes(3));
        var id = organization.Inbound().Single().Id;
        organization.Clock.Advance(TimeSpan.FromMinutes(5));

        organization.Admin.Update(new SmsRow(id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Handled }.Record);

        var sms = organization.Read(id);
        Assert.Equal((Direction.Incoming, organization.LineId), (sms.Direction, sms.NumberId!.Id));
        Assert.Equal(organization.Crm.RootBusinessUnitId, sms.BusinessUnitId!.Id);
        Assert.Equal(organization.Crm.AdministratorId, sms.HandledById!.Id);
        Assert.Equal((int)(sms.HandledOn! - sms.ArrivedOn!).Value.TotalSeconds, sms.HandledAfter);
        Assert.NotNull(sms.KeywordId);
        Assert.NotNull(sms.HourOfDay);
        Assert.All(new[] { sms.ArrivedOn, sms.ReceivedOn, sms.HandledOn }, time => Assert.NotNull(time));
    }

    [Fact]
    public async Task Parts_and_cost_a_month_and_provider_are_told_by_the_query_in_the_documents()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PricePersian = 500 }.Record);
        var contact = organization.Contact(Mobile);
        for (var i = 0; i < 3; i++)
        {
            organization.Queue(contact, string.Create(CultureInfo.InvariantCulture, $"سلام {i} ") + new string('س', 60));
        }

        organization.Pass(TimeSpan.FromMinutes(5));
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository(), "solution", "README.md"));
        var fetch = Regex.Match(readme, "<fetch aggregate.*?</fetch>", RegexOptions.Singleline).Value;

        var row = Assert.Single(organization.Admin.RetrieveMultiple(new FetchExpression(fetch)).Entities);

        Assert.Equal((2026, 11), (Value<int>(row, "year"), Value<int>(row, "month")));
        Assert.Equal((3, 3, 3000m), (Value<int>(row, "messages"), Value<int>(row, "parts"), Value<decimal>(row, "cost")));
        Assert.Equal((int)ProviderKind.Ghasedak, Value<OptionSetValue>(row, "provider").Value);
    }

    private static T Value<T>(Entity row, string alias) => (T)((AliasedValue)row[alias]).Value;

    private static EntityReference Team(EngineOrganization organization)
    {
        var team = organization.Admin.Create(new Entity("team")
        {
            ["name"] = "فروش",
            ["businessunitid"] = new EntityReference("businessunit", organization.Crm.RootBusinessUnitId),
        });
        organization.Admin.Associate("team", team, new Relationship("teammembership_association"), [new EntityReference("systemuser", organization.Crm.AdministratorId)]);
        return new EntityReference("team", team);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
