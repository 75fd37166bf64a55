using CrmEmulator;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>The package for organisations that have English and no Persian.</summary>
public class PersianPackageTests
{
    private const int English = 1033;

    [Fact]
    public void Tables_columns_views_and_states_are_Persian_in_an_English_organisation()
    {
        using var crm = Organization.Open(new OrganizationOptions { Language = English });
        crm.ImportSolution(ShippedSolution.PersianZip);
        var admin = crm.ServiceFor(crm.AdministratorId);
        var setting = admin.Create(new SmsSettingRow { Name = "آزمایش", ProviderKind = ProviderKind.Kavenegar, Address = "https://api.example.ir/" }.Record);

        var shown = admin.Retrieve(SmsSetting.LogicalName, setting, new ColumnSet(SmsSetting.Columns.Statuscode));
        var views = admin.RetrieveMultiple(new QueryExpression("savedquery") { ColumnSet = new ColumnSet("name") }).Entities.Select(row => row.GetAttributeValue<string>("name"));
        var table = crm.Metadata.Table(Sms.LogicalName);

        Assert.Equal("پیامک", table.Labels.In(English));
        Assert.Equal("فعال", shown.FormattedValues[SmsSetting.Columns.Statuscode]);
        Assert.All(views, name => Assert.Matches(@"\p{IsArabic}", name));
        Assert.All(table.Columns.Where(column => column.LogicalName.StartsWith("smsys_", StringComparison.Ordinal) && column.Labels.Texts.Count > 0), column => Assert.Matches(@"\p{IsArabic}", column.Labels.In(English)));
    }

    [Fact]
    public void It_may_be_imported_over_the_other_and_back()
    {
        using var crm = Organization.Open(new OrganizationOptions { Language = English });
        crm.ImportSolution(ShippedSolution.Zip);
        var english = crm.Metadata.Table(Sms.LogicalName).Labels.In(English);

        crm.ImportSolution(ShippedSolution.PersianZip);
        var persian = crm.Metadata.Table(Sms.LogicalName).Labels.In(English);
        crm.ImportSolution(ShippedSolution.Zip);

        Assert.Equal(("SMS", "پیامک", "SMS"), (english, persian, crm.Metadata.Table(Sms.LogicalName).Labels.In(English)));
    }
}
