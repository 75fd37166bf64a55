using System;
using System.Activities;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Crm.Faults;
using smSys.Crm.Sentences;
using smSys.Messaging.Text;

namespace smSys.Activities.Shell;

/// <summary>
/// The doorway of every step for workflows and dialogs. What a process designer may expect to go wrong comes out in
/// <see cref="Error"/>, or fails the process if they ask for that; a step holds no state.
/// </summary>
public abstract class WorkflowStep : CodeActivity
{
    /// <summary>Fails the process instead of going on with an error.</summary>
    [Input("Fail the process on an error")]
    [Default("False")]
    public InArgument<bool> FailOnError { get; set; } = null!;

    /// <summary>True when the step did what it is for.</summary>
    [Output("Succeeded")]
    public OutArgument<bool> Succeeded { get; set; } = null!;

    /// <summary>One sentence and a code when it did not; empty otherwise.</summary>
    [Output("Error")]
    public OutArgument<string> Error { get; set; } = null!;

    /// <summary>Called by the process.</summary>
    /// <exception cref="InvalidPluginExecutionException">The step was refused and the designer wants that to fail the process.</exception>
    protected override void Execute(CodeActivityContext context)
    {
        var run = new StepRun(context);
        try
        {
            Run(run);
            Succeeded.Set(context, true);
            Error.Set(context, string.Empty);
        }
        catch (RefusalException refusal)
        {
            Refuse(context, refusal.Sentence.In(Language.English) + " (" + refusal.Code + ")");
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!run.Context.IsInTransaction && !CrmFaults.MayHaveWorked(fault))
        {
            // What a step of ours refused, or Dynamics itself. In a real-time process it has doomed the transaction and goes on up.
            Refuse(context, fault.Detail?.Message ?? fault.Message);
        }
    }

    private void Refuse(CodeActivityContext context, string sentence)
    {
        if (FailOnError.Get(context))
        {
            throw new InvalidPluginExecutionException(OperationStatus.Failed, sentence);
        }

        Succeeded.Set(context, false);
        Error.Set(context, sentence);
    }

    /// <summary>What the step does.</summary>
    /// <exception cref="RefusalException">It cannot be done with these arguments.</exception>
    protected abstract void Run(StepRun run);
}
