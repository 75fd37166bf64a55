using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Templates;

/// <summary>A template that cannot be rendered is refused when it is saved, with its place and what was probably meant.</summary>
public sealed class SavingTests : IDisposable
{
    private readonly TemplateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("سلام {{firstname", "(template-unclosed)", "Place 6:")]
    [InlineData("سلام {{firstnme}}", "(template-column)", "Place 8: the recipient has no column \"firstnme\". Perhaps: firstname")]
    [InlineData("{{parentcustomerid.telephon1}}", "(template-column)", "Place 20: account/contact has no column \"telephon1\". Perhaps: telephone1")]
    [InlineData("{{parentcustmerid.name}}", "(template-column)", "Perhaps: parentcustomerid")]
    [InlineData("{{firstname.name}}", "(template-no-lookup)", "Place 3:")]
    [InlineData("{{contrct(newest by expireson).title}}", "(template-relation)", "Perhaps: contract")]
    [InlineData("{{contract(newest by expirson).title}}", "(template-column)", "Place 22: contract has no column \"expirson\". Perhaps: expireson")]
    [InlineData("{{contract(newest by expireson).titel}}", "(template-column)", "Place 33: contract has no column \"titel\". Perhaps: title")]
    [InlineData("{{contract(newest by expireson where statuscod = 1).title}}", "(template-column)", "Perhaps: statuscode")]
    [InlineData("{{contract(newest by expireson where statecode = \"Actve\").title}}", "(template-operand)", "Place 51:")]
    [InlineData("{{contract(latest by expireson).title}}", "(template-rule)", "Place 12:")]
    [InlineData("{{lastname | dat \"yyyy\"}}", "(template-filter)", "Perhaps: date")]
    [InlineData("{{if firstname}}…", "(template-if-unclosed)", "Place 1:")]
    public void With_place_and_suggestion(string text, string code, string words)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Template(text, "contact"));

        Assert.Contains(code, fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_judged_again_when_only_the_recipients_table_changes()
    {
        var template = _scene.Template("{{accountnumber}}", "account");

        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _scene.Admin.Update(new SmsTemplateRow(template.Id) { RecipientTable = "contact" }.Record));
        Assert.Contains("(template-table)", Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _scene.Admin.Update(new SmsTemplateRow(template.Id) { RecipientTable = "contcat" }.Record)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_table_slips_are_refused_and_places_of_keywords_are_not()
    {
        _scene.Template("{{severity}}: {{case.ticketnumber}} {{text}} {{replyline}} {{accountnumber}} {{jobtitle}}");
        _scene.Admin.Create(new SmsKeywordRow { Name = "n", Match = KeywordMatch.Pattern, Pattern = "تلفن {lastnam}" }.Record);

        _scene.Template("{{lastnam}}");
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Template("{{jobtitl}}"));
        Assert.Contains("Perhaps: jobtitle", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_that_goes_round_in_circles_or_joins_too_many_tables_is_refused()
    {
        var round = "{{" + string.Concat(Enumerable.Repeat("parentcustomerid.", 8)) + "name}}";
        var wide = string.Concat(new[] { "createdby", "modifiedby", "owninguser", "parentcustomerid.createdby", "parentcustomerid.modifiedby", "parentcustomerid.owninguser" }
            .Select(way => "{{" + way + ".domainname}}"));

        Assert.Contains("(template-too-deep)", Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Template(round, "contact")).Message, StringComparison.Ordinal);
        Assert.Contains("(template-too-wide)", Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Template(wide, "contact")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_is_a_template_or_one_clear_sentence()
    {
        Assert.Equal("👨‍👩‍👧 سارا 😀", _scene.Text("👨‍👩‍👧 {{firstname}} 😀"));
        Assert.Equal("\u200Fسارا\u200E", _scene.Text("\u200F{{\u200Ffirstname\u200E}}\u200E"));
        Assert.Equal(10_000, _scene.Text(new string('س', 10_000))!.Length);
        Assert.Contains("(template-", CodeOf(new string('{', 10_000)), StringComparison.Ordinal);
        Assert.Contains("(template-", CodeOf(string.Concat(Enumerable.Repeat("{{if a}}", 1250))), StringComparison.Ordinal);
        Assert.Contains("(template-", CodeOf("{{" + new string('a', 9_990) + "}}"), StringComparison.Ordinal);
        Assert.Contains("(text-missing)", Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _scene.Send(_scene.Admin, sms => (sms.Text, sms.TemplateId) = (null, _scene.Template(" \u200F\n")))).Message, StringComparison.Ordinal);
    }

    private string CodeOf(string text) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Template(text, "contact")).Message;
}
