using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>A text typed into a bulk is judged when it is saved, as those of templates and single messages are.</summary>
public class BulkTextTests
{
    [Theory]
    [InlineData("سلام {{firstname", "(template-unclosed)", "Place 6:")]
    [InlineData("سلام {{firstnme}}", "(template-column)", "Perhaps: firstname")]
    [InlineData("{{lastname | dat \"yyyy\"}}", "(template-filter)", "Perhaps: date")]
    [InlineData("شماره {{case.ticketnumber}}", "(template-", "Place 9:")]
    public async Task A_mistake_is_refused_with_its_place_and_what_was_probably_meant(string text, string code, string words)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var good = scene.Bulk(row => row.Text = "سلام {{firstname}} {{accountnumber}} {{name}} {{replyline}}");

        var created = Refused(() => scene.Bulk(row => row.Text = text));
        var changed = Refused(() => organization.Admin.Update(new SmsBulkRow(good) { Text = text }.Record));

        Assert.All(new[] { created, changed }, message =>
        {
            Assert.Contains(code, message, StringComparison.Ordinal);
            Assert.Contains(words, message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Names_are_held_against_the_table_of_the_audience_also_when_only_that_changes()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        const string Accounts = "<fetch><entity name='account'><attribute name='name'/></entity></fetch>";
        var bulk = scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml, row.Text) = (AudienceKind.View, Accounts, "{{accountnumber}}"));

        var wrongColumn = Refused(() => scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml, row.Text) = (AudienceKind.View, Accounts, "{{firstname}}")));
        var otherTable = Refused(() => organization.Admin.Update(new SmsBulkRow(bulk) { AudienceFetchXml = Accounts.Replace("account", "contact", StringComparison.Ordinal) }.Record));
        var rows = Refused(() => organization.Admin.Update(new SmsBulkRow(bulk) { AudienceKind = AudienceKind.SelectedRows, AudienceTable = "lead" }.Record));

        Assert.All(new[] { wrongColumn, otherTable, rows }, message => Assert.Contains("(template-column)", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_from_a_template_is_judged_there_and_a_broken_query_is_told_when_it_is_read()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);

        scene.Bulk(row => (row.Text, row.TemplateId) = (null, organization.Template("سلام {{firstname}}")));
        scene.Bulk(row => (row.AudienceKind, row.AudienceFetchXml) = (AudienceKind.View, "<fetch><entity"));
    }

    private static string Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Message;
}
