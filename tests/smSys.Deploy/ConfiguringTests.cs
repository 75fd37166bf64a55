using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Deploy.CommandLine;
using smSys.Deploy.Configuring;
using smSys.Deploy.Connecting;

namespace smSys.Deploy.Tests;

public class ConfiguringTests
{
    private static readonly string[] Typed = ["configure", "--setting", "قاصدک اصلی", "--provider", "ghasedak", "--line", "30001234", "--user", "company"];

    private readonly MemoryOrganization _organization = new();
    private readonly StringWriter _output = new();

    [Fact]
    public void A_setting_and_its_line_are_made_and_point_at_each_other()
    {
        FirstSetting.From(new Arguments(Typed), "s3cret").Write(_organization, _output);

        var setting = _organization.Rows.Single(row => row.LogicalName == SmsSetting.LogicalName);
        var line = _organization.Rows.Single(row => row.LogicalName == SmsNumber.LogicalName);
        Assert.Equal((int)ProviderKind.Ghasedak, setting.GetAttributeValue<OptionSetValue>(SmsSetting.Columns.ProviderKind).Value);
        Assert.Equal("s3cret", setting[SmsSetting.Columns.NewSecret]);
        Assert.Equal(line.ToEntityReference(), setting[SmsSetting.Columns.DefaultNumberId]);
        Assert.Equal(setting.ToEntityReference(), line[SmsNumber.Columns.SettingId]);
        Assert.DoesNotContain("s3cret", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_again_it_updates_the_same_rows_and_keeps_the_secret()
    {
        FirstSetting.From(new Arguments(Typed), "s3cret").Write(_organization, _output);

        FirstSetting.From(new Arguments([.. Typed, "--address", "https://api.example.ir"]), null).Write(_organization, _output);

        Assert.Equal(2, _organization.Rows.Count);
        var setting = _organization.Rows.Single(row => row.LogicalName == SmsSetting.LogicalName);
        Assert.Equal("https://api.example.ir", setting[SmsSetting.Columns.Address]);
        Assert.Equal("s3cret", setting[SmsSetting.Columns.NewSecret]);
    }

    [Fact]
    public void An_unknown_provider_is_refused_with_the_known_ones()
    {
        var fault = Assert.Throws<BadArgumentsException>(() => FirstSetting.From(new Arguments(["configure", "--setting", "a", "--provider", "99", "--line", "3"]), null));

        Assert.Contains("Rahyab", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_gets_the_copy_of_the_role_in_its_own_business_unit()
    {
        var unit = Guid.NewGuid();
        _organization.Create(new Entity("role") { ["name"] = "smSys User", ["businessunitid"] = new EntityReference("businessunit", Guid.NewGuid()) });
        var wanted = _organization.Create(new Entity("role") { ["name"] = "smSys User", ["businessunitid"] = new EntityReference("businessunit", unit) });
        _organization.Create(new Entity("team") { ["name"] = "پشتیبانی", ["businessunitid"] = new EntityReference("businessunit", unit) });

        RoleGrant.From(new Arguments(["configure", "--role", "smSys User", "--team", "پشتیبانی"]))!.Write(_organization, _output);

        Assert.Equal(wanted, Assert.Single(_organization.Associated).Id);
    }

    [Fact]
    public void A_role_needs_a_receiver_that_is_there()
    {
        Assert.Null(RoleGrant.From(new Arguments(["configure"])));
        Assert.Throws<BadArgumentsException>(() => RoleGrant.From(new Arguments(["configure", "--role", "smSys User"])));
        Assert.Throws<BadArgumentsException>(() => RoleGrant.From(new Arguments(["configure", "--team", "پشتیبانی"])));
        Assert.Throws<RefusedException>(() => RoleGrant.From(new Arguments(["configure", "--role", "smSys User", "--login", "ORG\\zahra"]))!.Write(_organization, _output));
    }
}
