using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Messages;

/// <summary>Reads from a request where a message is to go.</summary>
public static class RequestedState
{
    /// <summary>
    /// The state that an Update asks for; null when it asks for none. A state without a status reason (Mark Complete) means
    /// the default status reason of that state.
    /// </summary>
    public static MessageState? Of(Entity target)
    {
        if (target.GetAttributeValue<OptionSetValue>(StandardColumns.Status) is { } status && status.Value > 0)
        {
            return StateCodes.Of((Sms.Status)status.Value);
        }

        return target.GetAttributeValue<OptionSetValue>(StandardColumns.State) is { } state
            ? StateRules.DefaultOf((ParentState)state.Value)
            : null;
    }

    /// <summary>The state that a SetState message asks for; a status of -1 means the default one.</summary>
    public static MessageState Of(ParameterCollection input)
    {
        var status = input.Contains("Status") ? ((OptionSetValue)input["Status"]).Value : -1;
        return status > 0
            ? StateCodes.Of((Sms.Status)status)
            : StateRules.DefaultOf((ParentState)((OptionSetValue)input["State"]).Value);
    }

    /// <summary>A row as it will be after a change.</summary>
    public static Entity Merge(Entity before, Entity change)
    {
        var merged = new Entity(change.LogicalName, change.Id);
        foreach (var pair in before.Attributes)
        {
            merged[pair.Key] = pair.Value;
        }

        foreach (var pair in change.Attributes)
        {
            merged[pair.Key] = pair.Value;
        }

        return merged;
    }
}
