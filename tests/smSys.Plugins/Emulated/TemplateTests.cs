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
}
