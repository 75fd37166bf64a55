using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class TemplateTests
{
    [Fact]
    public async Task A_template_follows_lookups_and_asks_for_everything_in_one_query()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var company = organization.Admin.Create(new Entity("account") { ["name"] = "شرکت نمونه", ["telephone1"] = "02188776655" });
        var contact = organization.Contact("09123456789");
        organization.Admin.Update(new Entity("contact", contact) { ["parentcustomerid"] = new EntityReference("account", company) });
        var template = organization.Template("{{firstname}} از {{parentcustomerid.name}} ({{parentcustomerid.telephone1}})، {{jobtitle | default \"همکار\"}}، {{ownerid.name}}");
        organization.Crm.Counters.Reset();

        var sms = organization.Read(organization.Queue(contact, "", row => { row.Text = null; row.TemplateId = template; }));

        Assert.StartsWith("سارا از شرکت نمونه (02188776655)، همکار، ", sms.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", sms.Text, StringComparison.Ordinal);
        var queries = organization.Crm.Counters.Snapshot().Where(count => count.Table is "contact" or "account").Sum(count => count.Count);
        Assert.Equal(1, queries);
    }

    [Fact]
    public async Task Values_are_text_and_never_code()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact("09123456789", "{{lastname}}");
        var template = organization.Template("سلام {{firstname}}");

        var sms = organization.Read(organization.Queue(contact, "", row => { row.Text = null; row.TemplateId = template; }));

        Assert.Equal("سلام {{lastname}}", sms.Text);
    }

    [Fact]
    public async Task A_typed_text_is_rendered_for_its_recipient_once()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact("09123456789", "{{mobilephone}}");

        var sms = organization.Queue(contact, "سلام {{firstname}} {{lastname}}، {{jobtitle | همکار}} گرامی، \\{{نشانه\\}}");
        organization.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("سلام {{mobilephone}} رضایی، همکار گرامی، {{نشانه}}", organization.Read(sms).Text);
        Assert.Equal(organization.Read(sms).Text, organization.Inbox("09123456789").Single().Text);
    }

    [Fact]
    public async Task A_draft_is_rendered_when_it_is_queued_by_update_and_by_Change_Status_alike()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Guid Draft() => organization.Queue(organization.Contact("09123456789"), "سلام {{firstname}}", row => row.StatusCode = Sms.Status.Draft);
        var (updated, moved) = (Draft(), Draft());
        Assert.Equal("سلام {{firstname}}", organization.Read(updated).Text);

        organization.Admin.Update(new SmsRow(updated) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued }.Record);
        organization.Admin.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference(Sms.LogicalName, moved),
            State = new OptionSetValue((int)Sms.State.Open),
            Status = new OptionSetValue((int)Sms.Status.Queued),
        });

        Assert.Equal(("سلام سارا", "سلام سارا"), (organization.Read(updated).Text, organization.Read(moved).Text));
    }

    [Theory]
    [InlineData("سلام {{firstname", "(template-unclosed)", "Place 6")]
    [InlineData("سلام {{firstnme}}", "(template-column)", "Perhaps: firstname")]
    [InlineData("سلام {firstname}", "(template-single-brace)", "Perhaps: {{firstname}}")]
    [InlineData("سلام {{jobtitle}}", "(value-missing)", "jobtitle")]
    public async Task A_typed_text_that_cannot_be_rendered_is_refused_with_its_place_and_what_was_meant(string text, string code, string words)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var contact = organization.Contact("09123456789");

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Queue(contact, text));

        Assert.Contains(code, fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_quotes_a_customers_braces_quotes_them()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.SupportRule(withCase: false);
        var rule = new EntityReference(SmsKeyword.LogicalName, organization.All(SmsKeyword.LogicalName).Single().Id);
        foreach (var action in organization.All(SmsKeywordAction.LogicalName))
        {
            organization.Admin.Delete(SmsKeywordAction.LogicalName, action.Id);
        }

        organization.Admin.Create(new SmsKeywordActionRow
        {
            Name = "quote", KeywordId = rule, Order = 1, Kind = KeywordActionKind.Reply, Text = "نوشتید: {{text}}",
        }.Record);
        organization.Contact("09123456789");
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Pass(TimeSpan.FromMinutes(1));

        organization.Simulators.Phones.Phone("09123456789").Send(organization.Simulator.Account.Lines[0], "مشکل {{mobilephone}} و {lastname}");
        organization.Pass(TimeSpan.FromMinutes(3));

        Assert.NotEqual(Guid.Empty, sms);
        Assert.Equal("نوشتید: مشکل {{mobilephone}} و {lastname}", organization.Inbox("09123456789")[^1].Text);
    }
}
