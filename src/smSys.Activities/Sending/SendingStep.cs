using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Activities.Sending;

/// <summary>
/// A step that queues an SMS to a record or a number. The process does not wait for the provider. A process that repeats the step
/// after a disturbance queues nothing twice.
/// </summary>
public abstract class SendingStep : RecipientStep
{
    /// <summary>Instead of the record's own number.</summary>
    [Input("Phone number")]
    public InArgument<string> PhoneNumber { get; set; } = null!;

    /// <summary>The line to send from; empty: the user's own, their team's or the default one.</summary>
    [Input("Line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> Line { get; set; } = null!;

    /// <summary>The line on which an answer is expected; empty: the contact's, the user's or the sending line's.</summary>
    [Input("Reply line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> ReplyLine { get; set; } = null!;

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
        var id = run.NewId();
        if (run.Service.Find(Crm.Tables.Sms.LogicalName, Crm.Tables.Sms.PrimaryId, id, Crm.Tables.Sms.PrimaryId) is null)
        {
            var row = new SmsRow(id)
            {
                Direction = Direction.Outgoing,
                NumberId = Line.Get(run.Activity),
                ReplyNumberId = ReplyLine.Get(run.Activity),
                IsAutomatic = true,
            };
            Address(run, row);
            Fill(run, row);
            StateCodes.Write(row.Record, MessageState.Queued);
            run.Service.Create(row.Record);
        }

        Sms.Set(run.Activity, new EntityReference(Crm.Tables.Sms.LogicalName, id));
    }

    /// <summary>Writes what is to be said.</summary>
    protected abstract void Fill(StepRun run, SmsRow row);

    private void Address(StepRun run, SmsRow row)
    {
        var record = RecordOf(run);
        var number = PhoneNumber.Get(run.Activity);
        if (record is null && string.IsNullOrWhiteSpace(number))
        {
            throw NotOne();
        }

        if (!string.IsNullOrWhiteSpace(number))
        {
            row.NumberAsEntered = number;
        }

        if (record is not null)
        {
            row.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = record }]);
        }

        var minutes = ValidMinutes.Get(run.Activity);
        if (minutes > 0)
        {
            row.NotAfter = run.Clock().AddMinutes(minutes);
        }
    }
}
