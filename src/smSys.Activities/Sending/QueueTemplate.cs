using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Tables;

namespace smSys.Activities.Sending;

/// <summary>Send SMS from template: queues an SMS whose text is made from a template for its recipient.</summary>
public sealed class QueueTemplate : SendingStep
{
    /// <summary>What to say.</summary>
    [RequiredArgument]
    [Input("Template")]
    [ReferenceTarget("smsys_smstemplate")]
    public InArgument<EntityReference> Template { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Fill(StepRun run, SmsRow row) => row.TemplateId = Template.Get(run.Activity);
}
