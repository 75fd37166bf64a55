using smSys.Crm.Organizations;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Crm.Tests.Settings;

public class SettingTests
{
    [Fact]
    public void Options_are_read_a_line_each_and_json_as_one()
    {
        var options = SettingOptions.Parse("# remark\nNamespace = http://x/?a=b\r\n\nempty=\n=nothing");

        Assert.Equal(new Dictionary<string, string> { ["Namespace"] = "http://x/?a=b", ["empty"] = "" }, options);
        Assert.Equal("{\"a\":1}", SettingOptions.Parse(" {\"a\":1} ")[SettingOptions.Definition]);
        Assert.Empty(SettingOptions.Parse(null));
    }

    [Fact]
    public void Test_numbers_are_recognised_however_they_are_written()
    {
        const string list = "0912 111 1111، +98 (912) 222-2222\n۰۹۱۲۳۳۳۳۳۳۳; not a number";

        Assert.All(new[] { "989121111111", "989122222222", "989123333333" }, number => Assert.True(TestNumbers.Hold(list, number)));
        Assert.False(TestNumbers.Hold(list, "989124444444"));
        Assert.False(TestNumbers.Hold(null, "989121111111"));
    }

    [Fact]
    public void An_account_is_its_kind_host_and_user_whatever_case_and_path()
    {
        Assert.Equal("ghasedak|gateway.ghasedak.me|sara", SettingAccount.Of(ProviderKind.Ghasedak, "https://Gateway.Ghasedak.me/rest/", " Sara "));
        Assert.Empty(SettingAccount.Of(ProviderKind.Ghasedak, "gateway", "x"));
        Assert.Empty(SettingAccount.Of(null, "https://a/", "x"));
    }

    [Fact]
    public void A_copy_of_an_organisation_is_another_one()
    {
        var id = Guid.NewGuid();
        var here = new OrganizationIdentity(id, "https://crm.test/a");

        Assert.True(here.Is(id.ToString("D").ToUpperInvariant(), "https://crm.test/a"));
        Assert.False(here.Is(id.ToString("D"), "https://crm.test/copy"));
        Assert.False(here.Is(Guid.NewGuid().ToString("D"), "https://crm.test/a"));
        Assert.False(here.Is(null, null));
    }

    [Fact]
    public void An_account_waits_no_longer_than_a_step_can()
    {
        var setting = new SmsSettingRow { Address = "https://a.test/", SingleTimeout = 500, BatchTimeout = 0 };

        var account = ProviderAccounts.From(setting, "secret");

        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45)), (account.SingleTimeout, account.BatchTimeout));
        Assert.Equal("setting-address", Assert.Throws<RefusalException>(() => ProviderAccounts.From(new SmsSettingRow(), "")).Code);
    }
}
