using System.ServiceModel;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class UnknownWorkTests
{
    private const string Mobile = "09123456789";

    [Fact]
    public async Task Asking_again_is_one_column_and_settles_at_once_what_the_provider_knows()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = Unknown(organization, Mobile);
        organization.Clock.Advance(TimeSpan.FromMinutes(3));

        organization.Admin.Update(new SmsRow(sms) { RequestedOn = organization.Clock.UtcNow }.Record);
        organization.Work();

        Assert.NotEqual(Sms.Status.Unknown, organization.Read(sms).StatusCode);
        Assert.Equal(1, organization.Sends);
        Assert.Single(organization.Inbox(Mobile));
    }

    [Fact]
    public async Task Sending_again_needs_a_reason_of_its_own_and_keeps_the_reference()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = Unknown(organization, Mobile);
        var before = organization.Read(sms).ReferenceColumn;
        var again = new SmsRow(sms) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued };

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Update(again.Record));
        again.ResendReason = "The customer says that nothing came";
        organization.Admin.Update(again.Record);
        organization.Work();

        Assert.Contains("(resend-reason)", refused.Message, StringComparison.Ordinal);
        Assert.Equal((before, 2), (organization.Read(sms).ReferenceColumn, organization.Sends));
    }

    [Fact]
    public async Task Taking_as_sent_ends_the_question_and_says_who_decided()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = Unknown(organization, Mobile);

        organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.SentWithoutReceipt }.Record);
        organization.Pass(TimeSpan.FromMinutes(10));

        var row = organization.Read(sms);
        Assert.Equal((Sms.Status.SentWithoutReceipt, organization.Crm.AdministratorId), (row.StatusCode, row.HandledById?.Id));
        Assert.Equal(1, organization.Sends);
    }

    [Fact]
    public async Task The_list_of_the_panel_settles_line_by_line_and_reports_each()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var delivered = Unknown(organization, Mobile);
        var missing = Unknown(organization, "09121111111");
        var untouched = Unknown(organization, "09122222222");
        var list = "وضعیت,شناسه,شماره,مرجع\n"
            + "رسیده به گوشی,991,," + organization.Read(delivered).ReferenceColumn + "\n"
            + "ارسال نشده,,0912 111 1111,\n"
            + "شاید,,09122222222,\n"
            + "رسیده,,09120000000,\n";

        var process = organization.Admin.Create(new SmsProcessRow
        {
            Name = "panel",
            ProcessKind = ProcessKind.Settle,
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
            Input = list,
        }.Record);
        organization.Work();

        var row = organization.Process(process);
        Assert.Equal(SmsProcess.Status.Finished, row.Statuscode);
        Assert.Equal(4, row.Output!.Trim().Split('\n').Length);
        Assert.Equal((Sms.Status.Delivered, "991"), (organization.Read(delivered).StatusCode, organization.Read(delivered).ProviderMessageId));
        Assert.Equal(Sms.Status.Failed, organization.Read(missing).StatusCode);
        Assert.Equal(Sms.Status.Unknown, organization.Read(untouched).StatusCode);
    }

    [Fact]
    public async Task A_list_that_takes_several_ticks_reports_all_that_it_settled()
    {
        EngineOrganization? present = null;
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                if (present is not null && point is { Table: Sms.LogicalName, IsAfter: true } && point.TypeName.EndsWith(".ProcessRequested", StringComparison.Ordinal))
                {
                    (var slow, present) = (present, null);
                    slow.Clock.Advance(TimeSpan.FromSeconds(80));
                }
            },
        });
        var first = Unknown(organization, Mobile);
        var second = Unknown(organization, "09121111111");
        var list = "state,reference\ndelivered," + organization.Read(first).ReferenceColumn + "\ndelivered," + organization.Read(second).ReferenceColumn + "\n";
        present = organization;

        var process = organization.Admin.Create(new SmsProcessRow
        {
            Name = "panel",
            ProcessKind = ProcessKind.Settle,
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
            Input = list,
        }.Record);
        organization.Work();
        var cut = organization.Process(process);
        organization.Pass(TimeSpan.FromSeconds(20));

        var row = organization.Process(process);
        Assert.Equal((SmsProcess.Status.Waiting, "Up to line 2 of 2."), (cut.Statuscode, cut.LastResult));
        Assert.Equal((SmsProcess.Status.Finished, "Lines: 2, settled: 2."), (row.Statuscode, row.LastResult));
        Assert.Equal("2: Delivered\n3: Delivered\n", row.Output);
    }

    [Fact]
    public async Task Who_may_not_send_from_the_line_settles_nothing_by_a_list_nor_by_hand()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = Unknown(organization, Mobile);
        var person = organization.User("smSys Administrator");
        var stranger = organization.User("smSys User");
        var list = "state,reference\ndelivered," + organization.Read(sms).ReferenceColumn + "\n";

        var process = stranger.Create(new SmsProcessRow
        {
            Name = "panel",
            ProcessKind = ProcessKind.Settle,
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
            Input = list,
        }.Record);
        organization.Work();
        organization.System.Update(new SmsRow(sms) { OwnerId = Me(stranger) }.Record);
        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            stranger.Update(new SmsRow(sms) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.SentWithoutReceipt }.Record));
        var reported = organization.Process(process).Output;
        var stays = organization.Read(sms).StatusCode;
        var allowed = person.Create(new SmsProcessRow
        {
            Name = "panel",
            ProcessKind = ProcessKind.Settle,
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
            Input = list,
        }.Record);
        organization.Work();

        Assert.Equal("2: no right to the line\n", reported);
        Assert.Contains("(line-not-permitted)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Sms.Status.Unknown, stays);
        Assert.Equal("2: Delivered\n", organization.Process(allowed).Output);
        Assert.Equal(Sms.Status.Delivered, organization.Read(sms).StatusCode);
    }

    private static EntityReference Me(IOrganizationService service) => new(
        "systemuser", ((Microsoft.Crm.Sdk.Messages.WhoAmIResponse)service.Execute(new Microsoft.Crm.Sdk.Messages.WhoAmIRequest())).UserId);

    private static Guid Unknown(EngineOrganization organization, string mobile)
    {
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeAnswer);
        var sms = organization.Queue(organization.Contact(mobile));
        organization.Work();
        Assert.Equal(Sms.Status.Unknown, organization.Read(sms).StatusCode);
        return sms;
    }
}
