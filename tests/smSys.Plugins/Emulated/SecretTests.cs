using System.ServiceModel;
using CrmEmulator.WebApi;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A provider's key, and a System Administrator who looks for it by every way that Dynamics offers.</summary>
public class SecretTests
{
    private const string Mobile = "09123456789";
    private const string Planted = "planted-key-7F3A";

    [Fact]
    public async Task Joins_and_filters_through_the_setting_find_sealed_text_and_nothing_to_probe()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Plant(organization, Planted);
        var first = Joined(organization);
        Plant(organization, Planted);
        var second = Joined(organization);

        Assert.StartsWith("smsys-seal-1:", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.DoesNotContain(Planted, first + second, StringComparison.Ordinal);
        Assert.Equal(second, Fetched(organization, string.Empty).Single());
        foreach (var probe in new[] { "like", "begins-with", "ends-with", "eq" })
        {
            var value = probe == "like" ? "%" + Planted[..3] + "%" : probe == "ends-with" ? Planted[^2..] : probe == "eq" ? Planted : Planted[..1];
            Assert.Empty(Fetched(organization, $"<condition attribute='smsys_secret' operator='{probe}' value='{value}'/>"));
        }

        string Joined(EngineOrganization from)
        {
            var query = new QueryExpression(SmsSetting.LogicalName) { ColumnSet = new ColumnSet(true) };
            var link = query.AddLink(SmsSecret.LogicalName, SmsSetting.PrimaryId, SmsSecret.Columns.SettingId);
            (link.EntityAlias, link.Columns) = ("s", new ColumnSet(true));
            return (string)from.Admin.RetrieveMultiple(query).Entities.Single().GetAttributeValue<AliasedValue>("s.smsys_secret").Value;
        }
    }

    [Fact]
    public async Task The_Web_API_traces_jobs_and_the_database_file_hold_no_key()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Plant(organization, Planted);
        organization.Queue(organization.Contact(Mobile));
        organization.Work();
        await using var server = await WebApiServer.StartAsync(organization.Crm);
        using var client = new HttpClient { BaseAddress = server.Address };
        string[] ways =
        [
            "smsys_smssecrets", "smsys_smssettings", "smsys_smssettings?$expand=smsys_smssetting_smssecret_setting",
            "smsys_smssettings?$expand=smsys_smssetting_smssecret_setting($select=smsys_secret)",
            "smsys_smssettings?fetchXml=" + Uri.EscapeDataString(Fetch(string.Empty)), "asyncoperations",
        ];

        var answers = new List<string>();
        foreach (var way in ways)
        {
            var answer = await client.GetAsync("api/data/v9.0/" + way);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.All(answers, answer => Assert.DoesNotContain(Planted, answer, StringComparison.Ordinal));
        Assert.Contains(answers, answer => answer.Contains("smsys-seal-1:", StringComparison.Ordinal));

        Assert.Contains(organization.Crm.Traces.Executions, trace => trace.Text.Length > 0);
        Assert.All(organization.Crm.Traces.Executions, trace => Assert.DoesNotContain(Planted, trace.Text + trace.Exception, StringComparison.Ordinal));
        Assert.All(organization.DataBytes(), text => Assert.DoesNotContain(Planted, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_leads_an_account_elsewhere_has_to_type_the_password_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var before = organization.Setting();
        SmsSettingRow Change() => new(organization.SettingId);
        SmsSettingRow[] changes =
        [
            new SmsSettingRow(organization.SettingId) { Address = "http://elsewhere.sim.test/" },
            new SmsSettingRow(organization.SettingId) { UserName = "somebody else" },
            new SmsSettingRow(organization.SettingId) { ProviderKind = ProviderKind.Kavenegar },
            new SmsSettingRow(organization.SettingId) { Options = "inbox = https://elsewhere.test/" },
        ];

        foreach (var change in changes)
        {
            var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Update(change.Record));
            Assert.Contains("(secret-again)", fault.Message, StringComparison.Ordinal);
        }

        var options = Change();
        options.Options = "# a remark leads nowhere";
        organization.Admin.Update(options.Record);
        var again = Change();
        (again.UserName, again.NewSecret) = (before.UserName + " two", organization.Simulator.Account.Secret);
        organization.Admin.Update(again.Record);
        Assert.Equal(before.UserName + " two", organization.Setting().UserName);
    }

    [Fact]
    public async Task A_sealed_key_that_was_moved_to_another_account_is_not_sent_and_the_setting_rests()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var thief = organization.Admin.Create(new SmsSettingRow
        {
            Name = "thief",
            ProviderKind = ProviderKind.Ghasedak,
            Address = organization.Simulator.PublicAddress.ToString(),
            AllowPlainHttp = true,
            NewSecret = "anything",
        }.Record);
        var secrets = organization.All(SmsSecret.LogicalName).Select(row => new SmsSecretRow(row)).ToArray();
        var stolen = secrets.Single(row => row.SettingId!.Id == thief).Secret;
        organization.Admin.Update(new SmsSecretRow(secrets.Single(row => row.SettingId!.Id == organization.SettingId).Id) { Secret = stolen }.Record);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Pass(TimeSpan.FromMinutes(5));
        var waiting = (organization.Read(sms).StatusCode, organization.Read(sms).Attempt, organization.Setting().Statuscode, organization.Setting().PauseReason);
        var sends = organization.Sends;
        Plant(organization, organization.Simulator.Account.Secret);
        organization.Reactivate();
        organization.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal((Sms.Status.Queued, null, SmsSetting.Status.Paused, PauseReason.SignIn), waiting);
        Assert.Equal(0, sends);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task A_key_from_before_there_were_seals_is_used_and_sealed()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var stored = organization.All(SmsSecret.LogicalName).Single().Id;
        organization.Admin.Update(new SmsSecretRow(stored) { Secret = organization.Simulator.Account.Secret }.Record);
        var sms = organization.Queue(organization.Contact(Mobile));

        organization.Work();

        Assert.Equal(Sms.Status.Sent, organization.Read(sms).StatusCode);
        Assert.StartsWith("smsys-seal-1:", new SmsSecretRow(organization.All(SmsSecret.LogicalName).Single()).Secret, StringComparison.Ordinal);
    }

    private static void Plant(EngineOrganization organization, string secret) =>
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { NewSecret = secret }.Record);

    private static string[] Fetched(EngineOrganization organization, string condition) =>
        [.. organization.Admin.RetrieveMultiple(new FetchExpression(Fetch(condition))).Entities
            .Select(row => (string)row.GetAttributeValue<AliasedValue>("s.smsys_secret").Value)];

    private static string Fetch(string condition) =>
        "<fetch><entity name='smsys_smssetting'><attribute name='smsys_name'/><link-entity name='smsys_smssecret' from='smsys_settingid' "
        + "to='smsys_smssettingid' alias='s'><attribute name='smsys_secret'/><filter>" + condition + "</filter></link-entity></entity></fetch>";
}
