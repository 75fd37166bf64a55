using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Sentences;

namespace smSys.Plugins.Shell;

/// <summary>
/// The doorway of every step: opens the platform's services, runs the step, and turns what went wrong into the one exception
/// that Dynamics understands. Plug-ins hold no state; everything of an execution is in its <see cref="StepServices"/>.
/// </summary>
public abstract class PlugIn : IPlugin
{
    /// <summary>Called by Dynamics.</summary>
    /// <exception cref="InvalidPluginExecutionException">A refusal with its sentence and code, or a failure.</exception>
    public void Execute(IServiceProvider serviceProvider)
    {
        var services = new StepServices(serviceProvider);
        try
        {
            Run(services);
        }
        catch (RefusalException refusal)
        {
            throw new InvalidPluginExecutionException(OperationStatus.Failed, StatementOf(refusal, services));
        }
        catch (Exception fault) when (services.IsAsynchronous && CrmFaults.MayHaveWorked(fault))
        {
            services.Trace("Dynamics was too busy; the job asks to be tried again. " + fault.Message);
            throw new InvalidPluginExecutionException(OperationStatus.Retry, "smSys: Dynamics was too busy, the job will be tried again. (crm-busy)");
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            var code = fault.Detail.ErrorCode.ToString("X8", CultureInfo.InvariantCulture);
            services.Trace(GetType().Name + " failed with fault " + code + ": " + fault.Detail.Message);
            throw new InvalidPluginExecutionException(
                OperationStatus.Failed, "smSys could not finish because Dynamics refused: " + fault.Detail.Message + " (crm-" + code + ")");
        }
    }

    /// <summary>What the step does: read, call one use case, write.</summary>
    protected abstract void Run(StepServices services);

    // The lookup of the language may fail; the transaction is lost anyway, and the sentence must not be lost with it.
    private static string StatementOf(RefusalException refusal, StepServices services)
    {
        services.Trace("Refused: " + refusal.Code);
        var sentence = refusal.Sentence.English;
        try
        {
            sentence = refusal.Sentence.In(LanguageReader.OfUser(services.System, services.Context.InitiatingUserId));
        }
        catch (FaultException fault)
        {
            services.Trace("The user's language could not be read: " + fault.Message);
        }

        return sentence + " (" + refusal.Code + ")";
    }
}
