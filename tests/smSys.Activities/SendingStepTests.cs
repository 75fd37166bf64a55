using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Activities.Tests;

/// <summary>The steps that send, as compiled into smSys.dll, run by the emulator's workflow host.</summary>
public sealed class SendingStepTests : IDisposable
{
    private readonly StepScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Send_sms_from_template_renders_it_for_its_recipient()
    {
        var outputs = _scene.Run("Sending.QueueTemplate", ("Contact", _scene.Contact), ("Template", _scene.Template("سلام {{firstname}}، پاسخ به {{replyline}}")));

        var row = _scene.Sms(outputs["Sms"]);
        Assert.Equal(("سلام سارا، پاسخ به 30001234", true, Sms.Status.Queued), (row.Text, row.IsAutomatic, row.StatusCode));
        Assert.NotNull(row.TemplateId);
    }

    [Fact]
    public void What_the_message_is_refused_for_comes_out_as_an_error_or_fails_the_process()
    {
        (string, object?)[] inputs = [("Contact", _scene.Contact), ("Template", _scene.Template("{{jobtitle}} {{mobilephone}} {{replyline}}"))];

        var outputs = _scene.Run("Sending.QueueTemplate", inputs);

        Assert.Equal(false, outputs["Succeeded"]);
        Assert.Contains("(value-missing)", (string)outputs["Error"]!, StringComparison.Ordinal);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Run("Sending.QueueTemplate", [.. inputs, ("FailOnError", true)]));
    }

    [Fact]
    public void Create_reply_answers_from_the_line_that_was_written_to_and_the_question_knows_it()
    {
        var question = _scene.Incoming();

        var outputs = _scene.Run("Sending.CreateReply", ("Question", question), ("Text", "{{firstname}} گرامی، رسید."));

        var answer = _scene.Sms(outputs["Sms"]);
        Assert.Equal(("سارا گرامی، رسید.", "989123456789", Lane.Reply), (answer.Text, answer.PhoneNumber, answer.Lane));
        Assert.Equal((_scene.Line.Id, question.Id), (answer.NumberId!.Id, answer.InReplyToId!.Id));
        Assert.Equal((answer.Id, 600), (_scene.Sms(question).AnsweredById!.Id, _scene.Sms(question).FirstAnswerAfter));
    }

    [Fact]
    public void Only_incoming_messages_can_be_answered()
    {
        var sent = _scene.Run("Sending.QueueSms", ("Contact", _scene.Contact), ("Text", "سلام"))["Sms"];

        Assert.EndsWith("(reply-question)", (string)_scene.Run("Sending.CreateReply", ("Question", sent), ("Text", "سلام"))["Error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_bulk_makes_one_for_a_list_and_starts_it()
    {
        var list = new EntityReference("list", _scene.Admin.Create(new Entity("list") { ["listname"] = "مشتریان", ["createdfromcode"] = new OptionSetValue(2), ["membertype"] = 2 }));

        var outputs = _scene.Run("Sending.StartBulk", ("List", list), ("Text", "سلام {{firstname}}"), ("Line", _scene.Line));

        Assert.Equal((true, ""), (outputs["Succeeded"], outputs["Error"]));
        var bulk = new SmsBulkRow(_scene.System.Retrieve(SmsBulk.LogicalName, ((EntityReference)outputs["Started"]!).Id, new ColumnSet(true)));
        Assert.Equal((AudienceKind.MarketingLists, "سلام {{firstname}}"), (bulk.AudienceKind, bulk.Text));
        Assert.NotEqual(SmsBulk.Status.Draft, bulk.Statuscode);
    }

    [Fact]
    public void Start_bulk_wants_a_bulk_or_a_list() =>
        Assert.EndsWith("(bulk-audience)", (string)_scene.Run("Sending.StartBulk", ("Text", "سلام"))["Error"]!, StringComparison.Ordinal);
}
