using System.ServiceModel;
using CrmEmulator.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

public class GuardTests
{
    [Fact]
    public async Task People_cannot_move_a_sent_message_by_update_or_by_set_state()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();

        var update = Refused(() => organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued }.Record));
        var setState = Refused(() => organization.Admin.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference(Sms.LogicalName, sms),
            State = new OptionSetValue((int)Sms.State.Canceled),
            Status = new OptionSetValue((int)Sms.Status.Cancelled),
        }));
        var markComplete = Refused(() => organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Completed }.Record));

        Assert.All(new[] { update, setState, markComplete }, message => Assert.Contains("(state-move)", message, StringComparison.Ordinal));
        Assert.Equal(Sms.Status.Sent, organization.Read(sms).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_is_judged_by_the_row_as_it_stands_once_it_is_locked()
    {
        var calls = new List<string>();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                if (point is { IsAfter: false, TypeName: "smSys.Plugins.Messages.SmsGuarding", Table: Sms.LogicalName })
                {
                    calls.Add(point.Name + " in transaction: " + point.IsInTransaction);
                }
            },
        });
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();
        calls.Clear();

        // The form still shows the draft that it was opened on.
        var refusal = Refused(() => organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued }.Record));

        Assert.Contains("(state-move)", refusal, StringComparison.Ordinal);
        Assert.Equal(["Update in transaction: True", "Retrieve in transaction: True"], calls.Take(2));
        Assert.Equal((Sms.Status.Sent, 1), (organization.Read(sms).StatusCode, organization.Simulator.Messages.Count));
    }

    [Fact]
    public async Task A_state_that_activities_have_and_messages_have_not_is_refused_with_a_sentence()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Admin.Create(new SmsRow { Text = "سلام", NumberAsEntered = "09123456789" }.Record);

        var both = Refused(() => organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Scheduled, StatusCode = Sms.Status.Scheduled }.Record));
        var stateAlone = Refused(() => organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Scheduled }.Record));

        Assert.All(new[] { both, stateAlone }, message => Assert.Contains("(state-unknown)", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_write_neither_the_journal_nor_what_was_said()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();

        Assert.Contains("(column-of-engine)", Refused(() => organization.Admin.Update(new SmsRow(sms) { ProviderMessageId = "1" }.Record)), StringComparison.Ordinal);
        Assert.Contains("(content-fixed)", Refused(() => organization.Admin.Update(new SmsRow(sms) { Text = "other" }.Record)), StringComparison.Ordinal);
        Assert.Contains("(state-creation)", Refused(() => organization.Queue(organization.Contact("09121111111"), "x", row => row.StatusCode = Sms.Status.Sent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_on_its_way_cannot_be_deleted_and_a_finished_one_can()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();

        Assert.Contains("(delete-not-final)", Refused(() => organization.Admin.Delete(Sms.LogicalName, sms)), StringComparison.Ordinal);
        organization.Pass(TimeSpan.FromMinutes(2));
        organization.Admin.Delete(Sms.LogicalName, sms);

        Assert.Empty(organization.All(Sms.LogicalName));
    }

    [Fact]
    public async Task An_incoming_message_cannot_be_deleted_while_its_provider_may_read_it_out_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Simulators.Phones.Phone("09123456789").Send(organization.Simulator.Account.Lines[0], "سلام");
        organization.Pass(TimeSpan.FromMinutes(3));
        var received = Assert.Single(organization.Inbound());
        organization.Admin.Update(new SmsRow(received.Id) { StateCode = Sms.State.Completed, StatusCode = Sms.Status.Handled }.Record);

        var early = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Admin.Delete(Sms.LogicalName, received.Id));
        organization.Pass(TimeSpan.FromHours(37), TimeSpan.FromHours(1));
        organization.Admin.Delete(Sms.LogicalName, received.Id);
        organization.Pass(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Contains("(delete-not-final)", early.Message, StringComparison.Ordinal);
        Assert.Empty(organization.Inbound());
    }

    [Fact]
    public async Task A_person_can_cancel_what_waits_and_queue_again_what_failed()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { TestMode = true }.Record);
        var sms = organization.Queue(organization.Contact("09123456789"));
        organization.Work();
        var failed = organization.Read(sms).StatusCode;
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { TestMode = false }.Record);

        organization.Admin.Update(new SmsRow(sms) { StateCode = Sms.State.Open, StatusCode = Sms.Status.Queued }.Record);
        organization.Work();

        Assert.Equal((Sms.Status.Failed, Sms.Status.Sent), (failed, organization.Read(sms).StatusCode));
    }

    [Fact]
    public async Task A_bad_template_is_refused_with_the_place()
    {
        await using var organization = await EngineOrganization.StartAsync();

        var message = Refused(() => organization.Template("سلام {{firstname"));

        Assert.Contains("Place 6", message, StringComparison.Ordinal);
        Assert.Contains("(template-unclosed)", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opted_out_recipients_are_refused_on_screen_and_filed_when_a_workflow_writes_to_them()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.OptOut("989123456789");
        var contact = organization.Contact("09123456789");

        var onScreen = Refused(() => organization.Queue(contact));
        var automatic = organization.Queue(contact, "سلام", row => row.IsAutomatic = true);
        organization.Work();

        Assert.Contains("(opted-out)", onScreen, StringComparison.Ordinal);
        Assert.Equal((Sms.Status.OptedOut, 0), (organization.Read(automatic).StatusCode, organization.Sends));
    }

    private static string Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Message;
}
