using System;
using System.Activities;
using System.Linq;
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
/// Send SMS: queues an SMS with a text or from a template, to a record or a number. The process does not wait for the
/// provider. A process that repeats the step after a disturbance queues nothing twice.
/// </summary>
public sealed class QueueSms : WorkflowStep
{
    /// <summary>A recipient.</summary>
    [Input("To contact")]
    [ReferenceTarget("contact")]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    /// <summary>A recipient.</summary>
    [Input("To account")]
    [ReferenceTarget("account")]
    public InArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>A recipient.</summary>
    [Input("To lead")]
    [ReferenceTarget("lead")]
    public InArgument<EntityReference> Lead { get; set; } = null!;

    /// <summary>A recipient.</summary>
    [Input("To user")]
    [ReferenceTarget("systemuser")]
    public InArgument<EntityReference> User { get; set; } = null!;

    /// <summary>Instead of the record's own number.</summary>
    [Input("To phone number")]
    public InArgument<string> PhoneNumber { get; set; } = null!;

    /// <summary>What to say.</summary>
    [Input("Text")]
    public InArgument<string> Text { get; set; } = null!;

    /// <summary>Instead of a text.</summary>
    [Input("Template")]
    [ReferenceTarget("smsys_smstemplate")]
    public InArgument<EntityReference> Template { get; set; } = null!;

    /// <summary>The line to send from; empty: the user's own or the default one.</summary>
    [Input("Line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> Line { get; set; } = null!;

    /// <summary>Not sent any more after so many minutes; 0: no limit.</summary>
    [Input("Valid for minutes")]
    [Default("0")]
    public InArgument<int> ValidMinutes { get; set; } = null!;

    /// <summary>The SMS.</summary>
    [Output("SMS")]
    [ReferenceTarget("smsys_sms")]
    public OutArgument<EntityReference> Sms { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var id = DeterministicId.ForWorkflowStep(run.Context.OperationCreatedOn, run.Context.OperationId, run.Position);
        if (run.Service.Find(Crm.Tables.Sms.LogicalName, Crm.Tables.Sms.PrimaryId, id, Crm.Tables.Sms.PrimaryId) is null)
        {
            run.Service.Create(Row(run, id).Record);
        }

        Sms.Set(run.Activity, new EntityReference(Crm.Tables.Sms.LogicalName, id));
    }

    private SmsRow Row(StepRun run, Guid id)
    {
        var recipients = new[] { Contact, Account, Lead, User }
            .Select(argument => argument.Get(run.Activity))
            .Where(reference => reference is not null)
            .ToArray();
        var number = PhoneNumber.Get(run.Activity);
        if (recipients.Length > 1 || (recipients.Length == 0 && string.IsNullOrWhiteSpace(number)))
        {
            throw new RefusalException(
                "recipient-one",
                "Name exactly one recipient: a contact, an account, a lead, a user, or a phone number.",
                "دقیقاً یک گیرنده تعیین کنید: مخاطب، شرکت، سرنخ، کاربر یا شماره تلفن.");
        }

        var row = new SmsRow(id)
        {
            Direction = Direction.Outgoing,
            Text = Text.Get(run.Activity),
            TemplateId = Template.Get(run.Activity),
            NumberId = Line.Get(run.Activity),
            IsAutomatic = true,
        };
        if (!string.IsNullOrWhiteSpace(number))
        {
            row.NumberAsEntered = number;
        }

        if (recipients.Length == 1)
        {
            row.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = recipients[0] }]);
        }

        var minutes = ValidMinutes.Get(run.Activity);
        if (minutes > 0)
        {
            row.NotAfter = run.Clock().AddMinutes(minutes);
        }

        StateCodes.Write(row.Record, MessageState.Queued);
        return row;
    }
}
