using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Rank decides about receipts, not the order in which a provider's pushes come.</summary>
public class ReceiptTests
{
    private const string Mobile = "09123456789";
    private const string Undelivered = "4";
    private const string Delivered = "5";

    [Theory]
    [InlineData(Sms.Status.Delivered, Undelivered, Delivered)]
    [InlineData(Sms.Status.Delivered, Delivered, Undelivered)]
    [InlineData(Sms.Status.Delivered, Delivered, Delivered)]
    [InlineData(Sms.Status.Undelivered, Undelivered, Undelivered)]
    [InlineData(Sms.Status.Delivered, Undelivered, Undelivered, Delivered, Delivered, Undelivered)]
    public async Task Double_and_contradictory_receipts_end_in_the_state_of_the_highest_rank(Sms.Status end, params string[] statuses)
    {
        await using var organization = await StartAsync();
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();

        foreach (var status in statuses)
        {
            Receipt(organization, status);
        }

        Assert.Equal(end, organization.Read(sms).StatusCode);
        Assert.Equal(1, organization.Sends);
    }

    [Fact]
    public async Task A_receipt_that_comes_after_the_validity_still_counts()
    {
        await using var organization = await StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ValidityHours = 2 }.Record);
        var sms = organization.Queue(organization.Contact("09123450004"));
        organization.Work();
        Track(organization, SmsProcess.Status.Waiting);
        organization.Pass(TimeSpan.FromHours(4), TimeSpan.FromMinutes(5));
        var over = organization.Read(sms).StatusCode;

        Receipt(organization, Delivered);

        Assert.Equal((Sms.Status.SentWithoutReceipt, Sms.Status.Delivered), (over, organization.Read(sms).StatusCode));
    }

    [Fact]
    public async Task A_delivery_of_an_attempt_that_was_given_up_is_shown_as_a_suspected_double()
    {
        await using var organization = await StartAsync();
        organization.Simulator.Faults.Order(SimulatedFault.TooFast);
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        var givenUp = organization.Read(sms).PastReferences!.Split(['|', ',', ';', ' ', ':', '='], StringSplitOptions.RemoveEmptyEntries).First(part => part.Length > 10 && part.All(char.IsAsciiDigit));
        organization.Pass(TimeSpan.FromMinutes(2));
        var before = organization.Read(sms);

        organization.Push("messageId=424242&clientReferenceId=" + givenUp + "&status=" + Delivered);
        organization.Work();

        Assert.NotEqual(givenUp, before.ReferenceColumn);
        Assert.Equal((Sms.Status.Sent, true), (before.StatusCode, before.SuspectedDouble is not true));
        Assert.True(organization.Read(sms).SuspectedDouble);
    }

    /// <summary>Nobody asks: what is known comes by push.</summary>
    private static async Task<EngineOrganization> StartAsync()
    {
        var organization = await EngineOrganization.StartAsync();
        organization.Work();
        Track(organization, SmsProcess.Status.Paused);
        return organization;
    }

    private static void Track(EngineOrganization organization, SmsProcess.Status status)
    {
        foreach (var row in organization.All(SmsProcess.LogicalName).Where(row => new SmsProcessRow(row).ProcessKind == ProcessKind.Track))
        {
            organization.Admin.Update(new SmsProcessRow(row.Id) { Statecode = SmsProcess.State.Active, Statuscode = status }.Record);
        }
    }

    private static void Receipt(EngineOrganization organization, string status)
    {
        organization.Push("messageId=" + organization.Simulator.Messages.All[0].Id + "&status=" + status);
        organization.Work();
    }
}
