using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Activities.Sending;

/// <summary>
/// Create reply: answers an incoming SMS from the line it came in on, ahead of bulks. The question remembers by what and how soon
/// it was answered. A repeat answers nothing twice.
/// </summary>
public sealed class CreateReply : WorkflowStep
{
    /// <summary>What is answered.</summary>
    [RequiredArgument]
    [Input("Incoming SMS")]
    [ReferenceTarget("smsys_sms")]
    public InArgument<EntityReference> Question { get; set; } = null!;

    /// <summary>What to say; empty: the template.</summary>
    [Input("Text")]
    public InArgument<string> Text { get; set; } = null!;

    /// <summary>What to say.</summary>
    [Input("Template")]
    [ReferenceTarget("smsys_smstemplate")]
    public InArgument<EntityReference> Template { get; set; } = null!;

    /// <summary>Leaves the answer as a draft for somebody to look over.</summary>
    [Input("Only a draft")]
    [Default("False")]
    public InArgument<bool> OnlyDraft { get; set; } = null!;

    /// <summary>The answer.</summary>
    [Output("SMS")]
    [ReferenceTarget("smsys_sms")]
    public OutArgument<EntityReference> Sms { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var id = run.NewId();
        if (run.Service.Find(Crm.Tables.Sms.LogicalName, Crm.Tables.Sms.PrimaryId, id, Crm.Tables.Sms.PrimaryId) is null)
        {
            run.Service.Create(Row(run, id).Record);
        }

        Sms.Set(run.Activity, new EntityReference(Crm.Tables.Sms.LogicalName, id));
    }

    private SmsRow Row(StepRun run, System.Guid id)
    {
        var question = Read(run);
        var row = new SmsRow(id)
        {
            Direction = Direction.Outgoing,
            Text = Text.Get(run.Activity),
            TemplateId = Template.Get(run.Activity),
            NumberAsEntered = "+" + question.PhoneNumber,
            NumberId = question.NumberId,
            ReplyNumberId = question.NumberId,
            InReplyToId = question.Reference,
            CaseId = question.CaseId,
            RegardingObjectId = question.RegardingObjectId,
            Lane = Lane.Reply,
            IsAutomatic = true,
        };
        if (question.RegardingObjectId is { LogicalName: "contact" or "account" or "lead" } sender)
        {
            row.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = sender }]);
        }

        StateCodes.Write(row.Record, OnlyDraft.Get(run.Activity) ? MessageState.Draft : MessageState.Queued);
        return row;
    }

    private SmsRow Read(StepRun run)
    {
        var row = Question.Get(run.Activity) is { } question
            ? run.Service.Find(
                Crm.Tables.Sms.LogicalName, Crm.Tables.Sms.PrimaryId, question.Id, Crm.Tables.Sms.Columns.Direction, Crm.Tables.Sms.Columns.PhoneNumber,
                Crm.Tables.Sms.Columns.NumberId, Crm.Tables.Sms.Columns.CaseId, Crm.Tables.Sms.Columns.RegardingObjectId)
            : null;
        return row is not null && new SmsRow(row) is { Direction: Direction.Incoming } incoming
            ? incoming
            : throw new RefusalException(
                "reply-question",
                "Only an incoming SMS can be answered; name one.",
                "فقط به پیامک رسیده می‌توان پاسخ داد؛ یکی را تعیین کنید.");
    }
}
