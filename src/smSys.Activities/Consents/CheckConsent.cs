using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Numbers;
using smSys.Activities.Shell;
using smSys.Crm.Consents;
using smSys.Crm.Tables;

namespace smSys.Activities.Consents;

/// <summary>Check consent: whether the owner of a number wants messages of a class. Consent belongs to the number, not to a record.</summary>
public sealed class CheckConsent : WorkflowStep
{
    /// <summary>As somebody typed it.</summary>
    [RequiredArgument]
    [Input("Phone number")]
    public InArgument<string> Number { get; set; } = null!;

    /// <summary>The kind of message; empty: service.</summary>
    [Input("Message class")]
    [AttributeTarget("smsys_sms", "smsys_messageclass")]
    public InArgument<OptionSetValue> Class { get; set; } = null!;

    /// <summary>Nothing stands against sending.</summary>
    [Output("May be sent to")]
    public OutArgument<bool> MaySend { get; set; } = null!;

    /// <summary>The owner of the number said no.</summary>
    [Output("Has opted out")]
    public OutArgument<bool> HasOptedOut { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var number = NumberArgument.Demand(Number.Get(run.Activity)).Digits;
        var isOut = new ConsentBook(run.System).HasOptedOut(number, ClassArgument.Of(Class.Get(run.Activity)));
        MaySend.Set(run.Activity, !isOut);
        HasOptedOut.Set(run.Activity, isOut);
    }
}
