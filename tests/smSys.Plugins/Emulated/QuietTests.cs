using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Start is half past eleven in Tehran; these settings are quiet from eleven to twelve.</summary>
public class QuietTests
{
    [Fact]
    public async Task Advertising_is_held_until_the_quiet_is_over_and_a_service_message_is_not()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { QuietFrom = 660, QuietUntil = 720 }.Record);
        var service = organization.Queue(organization.Contact("09123456789"));
        var advertising = organization.Queue(organization.Contact("09121111111"), "حراج", sms => sms.MessageClass = MessageClass.Advertising);
        var hasty = organization.Queue(organization.Contact("09122222222"), "حراج", sms =>
        {
            sms.MessageClass = MessageClass.Advertising;
            sms.NotAfter = EngineOrganization.Start.AddMinutes(20);
        });

        organization.Work();
        var first = new[] { service, advertising, hasty }.Select(id => organization.Read(id).StatusCode).ToArray();
        organization.Pass(TimeSpan.FromMinutes(29));
        var held = organization.Read(advertising);
        organization.Pass(TimeSpan.FromMinutes(4));

        Assert.Equal([Sms.Status.Sent, Sms.Status.Queued, Sms.Status.Expired], first);
        Assert.Equal((Sms.Status.Queued, EngineOrganization.Start.AddMinutes(30)), (held.StatusCode, held.NextAttemptOn));
        Assert.Equal(Sms.Status.Delivered, organization.Read(advertising).StatusCode);
        Assert.Empty(organization.Inbox("09122222222"));
    }

    [Fact]
    public async Task A_quiet_day_holds_a_retry_too_and_has_to_be_a_day()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Create(new SmsHolidayRow { Name = "second of Azar", JalaliDate = "۰۹/۰۲", Yearly = true }.Record);
        var sms = organization.Queue(organization.Contact("09121111111"), "حراج", row => row.MessageClass = MessageClass.Advertising);

        organization.Work();

        // Midnight in Tehran.
        Assert.Equal(new DateTime(2026, 11, 23, 20, 30, 0, DateTimeKind.Utc), organization.Read(sms).NextAttemptOn);
        var day = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            organization.Admin.Create(new SmsHolidayRow { Name = "x", JalaliDate = "1404/12/30" }.Record));
        var zone = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            organization.Admin.Update(new SmsSettingRow(organization.SettingId) { QuietTimeZone = "Asia/Atlantis" }.Record));
        Assert.Contains("(quiet-day)", day.Message, StringComparison.Ordinal);
        Assert.Contains("(setting-zone)", zone.Message, StringComparison.Ordinal);
    }
}
