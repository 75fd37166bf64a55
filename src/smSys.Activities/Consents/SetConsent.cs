using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Numbers;
using smSys.Activities.Shell;
using smSys.Crm.Consents;
using smSys.Crm.Tables;

namespace smSys.Activities.Consents;

/// <summary>
/// Set consent: writes that the owner of a number wants messages of a class, or no longer wants them, with what proves it. What
/// was said later stands.
/// </summary>
public sealed class SetConsent : WorkflowStep
{
    /// <summary>As somebody typed it.</summary>
    [RequiredArgument]
    [Input("Phone number")]
    public InArgument<string> Number { get; set; } = null!;

    /// <summary>No: opted out.</summary>
    [Input("Wants messages")]
    [Default("False")]
    public InArgument<bool> IsIn { get; set; } = null!;

    /// <summary>The kind of message; service covers everything, and stands when this is empty.</summary>
    [Input("Message class")]
    [AttributeTarget("smsys_sms", "smsys_messageclass")]
    public InArgument<OptionSetValue> Class { get; set; } = null!;

    /// <summary>In the person's own words, or where it was said.</summary>
    [Input("Proof")]
    public InArgument<string> Proof { get; set; } = null!;

    /// <summary>The message that proves it.</summary>
    [Input("Proving SMS")]
    [ReferenceTarget("smsys_sms")]
    public InArgument<EntityReference> Sms { get; set; } = null!;

    /// <summary>It was written; no when something was said later.</summary>
    [Output("Was written")]
    public OutArgument<bool> IsWritten { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var decision = new ConsentDecision
        {
            PhoneNumber = NumberArgument.Demand(Number.Get(run.Activity)).Digits,
            MessageClass = ClassArgument.Of(Class.Get(run.Activity)),
            State = IsIn.Get(run.Activity) ? ConsentState.OptedIn : ConsentState.OptedOut,
            Source = ConsentSource.Workflow,
            On = run.Clock(),
            Proof = Proof.Get(run.Activity),
            Sms = Sms.Get(run.Activity),
            EnteredBy = new EntityReference("systemuser", run.Context.InitiatingUserId),
        };
        IsWritten.Set(run.Activity, new ConsentWriter(run.System).Write(decision));
    }
}
