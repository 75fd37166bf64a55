using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Shell;

/// <summary>
/// Tells from the chain of contexts who makes a call. Depth would not do: a customer's workflow is as deep as the engine.
/// </summary>
public static class Caller
{
    private const string Workflow = "ExecuteWorkflow";

    /// <summary>
    /// True when the call comes straight out of one of the engine's asynchronous steps (they all stand on requested on), with
    /// no workflow in between. Costs nothing, so it also serves the rows of a bulk.
    /// </summary>
    public static bool IsEngineStep(IPluginExecutionContext context)
    {
        var caller = CallerOf(context);
        return caller is not null
            && caller.Mode == (int)StepMode.Asynchronous
            && string.Equals(caller.MessageName, "Update", StringComparison.Ordinal)
            && TargetHolds(caller);
    }

    /// <summary>True when a workflow stands anywhere above the call.</summary>
    public static bool IsWorkflow(IPluginExecutionContext context)
    {
        for (var parent = context.ParentContext; parent is not null; parent = parent.ParentContext)
        {
            if (string.Equals(parent.MessageName, Workflow, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // An operation's later stages have its earlier ones as parents; those are still the same call.
    private static IPluginExecutionContext? CallerOf(IPluginExecutionContext context)
    {
        var parent = context.ParentContext;
        while (parent is not null && parent.Mode == (int)StepMode.Synchronous && IsSameOperation(parent, context))
        {
            parent = parent.ParentContext;
        }

        return parent;
    }

    private static bool IsSameOperation(IPluginExecutionContext parent, IPluginExecutionContext context) =>
        parent.PrimaryEntityId == context.PrimaryEntityId
        && string.Equals(parent.MessageName, context.MessageName, StringComparison.Ordinal)
        && string.Equals(parent.PrimaryEntityName, context.PrimaryEntityName, StringComparison.Ordinal);

    private static bool TargetHolds(IPluginExecutionContext caller) =>
        caller.InputParameters.Contains("Target")
        && caller.InputParameters["Target"] is Entity target
        && caller.PrimaryEntityName switch
        {
            Sms.LogicalName => target.Contains(Sms.Columns.RequestedOn),
            SmsProcess.LogicalName => target.Contains(SmsProcess.Columns.RequestedOn),
            SmsBulk.LogicalName => target.Contains(SmsBulk.Columns.RequestedOn),
            _ => false,
        };
}
