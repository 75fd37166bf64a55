using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A provider without code is judged when its setting is saved.</summary>
public class DescriptionTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task A_description_that_can_be_used_is_saved_and_sends()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.HTTP);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Theory]
    [InlineData("", "The definition: it is missing; describe the provider in JSON.")]
    [InlineData("unit = Rial", "The definition: it is missing; describe the provider in JSON.")]
    [InlineData("""{ "send": { "url": "/send" """, "The definition: ")]
    [InlineData("""{ "numbers": "07", "send": { "url": "/send", "body": { "to": "{recipient}", "text": "{text}" } } }""", "numbers: has to be one of ")]
    [InlineData("""{ "send": { "url": "/send", "body": { "to": "{recipiant}", "text": "{text}" } } }""", "recipiant")]
    public async Task A_description_with_a_problem_is_refused_with_the_place_what_is_wrong_and_what_to_do(string options, string sentence)
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.HTTP);
        var before = organization.Setting().Options;

        var changed = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Options = options }.Record));
        var created = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Create(new SmsSettingRow
        {
            Name = "another panel", ProviderKind = ProviderKind.HTTP, Address = "https://panel.example.test/", Options = options,
        }.Record));

        Assert.All([changed, created], fault =>
        {
            Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
            Assert.Contains("(setting-description)", fault.Message, StringComparison.Ordinal);
        });
        Assert.Equal(before, organization.Setting().Options);
    }

    [Fact]
    public async Task A_setting_that_becomes_HTTP_without_a_description_is_refused_and_other_kinds_are_not_judged()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Update(
            new SmsSettingRow(organization.SettingId) { ProviderKind = ProviderKind.HTTP, NewSecret = "again" }.Record));
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Options = "unit = Rial", NewSecret = "again" }.Record);

        Assert.Contains("(setting-description)", fault.Message, StringComparison.Ordinal);
        Assert.Equal("unit = Rial", organization.Setting().Options);
    }
}
