using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk;

/// <summary>Reads from a request where a bulk is to go, however the request came (Update, SetState).</summary>
public static class RequestedBulkState
{
    /// <summary>The state asked for; null when none is.</summary>
    /// <exception cref="RefusalException">A state that no bulk has.</exception>
    public static BulkState? Of(IPluginExecutionContext context)
    {
        var input = context.InputParameters;
        var isUpdate = input.Contains("Target");
        var target = isUpdate ? (Entity)input["Target"] : null;
        var status = target is null ? Option(input, "Status") : target.GetAttributeValue<OptionSetValue>(StandardColumns.Status);
        var state = target is null ? Option(input, "State") : target.GetAttributeValue<OptionSetValue>(StandardColumns.State);
        if (status is { Value: > 0 })
        {
            return Enum.IsDefined(typeof(SmsBulk.Status), status.Value) ? BulkStateCodes.Of((SmsBulk.Status)status.Value) : throw NoSuchState();
        }

        // A state alone means the default status reason of that state.
        return state is null ? null : state.Value == (int)SmsBulk.State.Active ? BulkState.Draft : BulkState.Finished;
    }

    private static OptionSetValue? Option(ParameterCollection input, string name) => input.Contains(name) ? (OptionSetValue)input[name] : null;

    private static RefusalException NoSuchState() => new(
        "bulk-state-unknown", "An SMS bulk knows no such state.", "ارسال انبوه چنین وضعیتی ندارد.");
}
