using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>An account has a line once, however it is written and whichever setting it is entered for.</summary>
public class LineKeyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_its_account_has_already_is_refused(bool byAnotherSetting)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var setting = byAnotherSetting ? Setting(organization, organization.Simulator.Account.UserName) : organization.SettingId;

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Line(organization, setting));

        Assert.Equal(CrmFaults.DuplicateAlternateKeyCode, refused.Detail.ErrorCode);
        Assert.Single(organization.All(SmsNumber.LogicalName));
    }

    [Fact]
    public async Task Another_account_may_have_the_same_line()
    {
        await using var organization = await EngineOrganization.StartAsync();

        Line(organization, Setting(organization, "another user"));

        Assert.Equal(2, organization.All(SmsNumber.LogicalName).Count);
    }

    /// <summary>The same digits, written as people write them.</summary>
    private static void Line(EngineOrganization organization, Guid settingId) => organization.Admin.Create(new SmsNumberRow
    {
        Name = "again",
        Line = "+" + organization.Simulator.Account.Lines[0].Insert(4, " "),
        SettingId = new EntityReference(SmsSetting.LogicalName, settingId),
    }.Record);

    private static Guid Setting(EngineOrganization organization, string user) => organization.Admin.Create(new SmsSettingRow
    {
        Name = "another",
        ProviderKind = ProviderKind.Ghasedak,
        Address = organization.Simulator.PublicAddress.ToString(),
        AllowPlainHttp = true,
        UserName = user,
        NewSecret = organization.Simulator.Account.Secret,
        Options = SettingOptions.Write(organization.Simulator.Account.Options),
    }.Record);
}
