using System.Activities;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Tables;

namespace smSys.Activities.Sending;

/// <summary>Send SMS: queues an SMS with a text, in which the recipient's columns may stand as in a template.</summary>
public sealed class QueueSms : SendingStep
{
    /// <summary>What to say.</summary>
    [RequiredArgument]
    [Input("Text")]
    public InArgument<string> Text { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Fill(StepRun run, SmsRow row) => row.Text = Text.Get(run.Activity);
}
