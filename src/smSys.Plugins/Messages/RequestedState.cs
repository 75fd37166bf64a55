using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
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
    /// <exception cref="RefusalException">A state that no SMS has.</exception>
    public static MessageState? Of(Entity target)
    {
        if (target.GetAttributeValue<OptionSetValue>(StandardColumns.Status) is { } status && status.Value > 0)
        {
            return Of(status.Value);
        }

        return target.GetAttributeValue<OptionSetValue>(StandardColumns.State) is { } state
            ? DefaultOf(state.Value)
            : null;
    }

    /// <summary>The state that a SetState message asks for; a status of -1 means the default one.</summary>
    public static MessageState Of(ParameterCollection input)
    {
        var status = input.Contains("Status") ? ((OptionSetValue)input["Status"]).Value : -1;
        return status > 0
            ? Of(status)
            : DefaultOf(((OptionSetValue)input["State"]).Value);
    }

    // Activities can also be Scheduled; for an SMS that means nothing, and it would leave the engine's hands.
    private static MessageState Of(int status) =>
        Enum.IsDefined(typeof(Sms.Status), status) && (Sms.Status)status != Sms.Status.Scheduled
            ? StateCodes.Of((Sms.Status)status)
            : throw NoSuchState();

    private static MessageState DefaultOf(int state) =>
        Enum.IsDefined(typeof(ParentState), state) ? StateRules.DefaultOf((ParentState)state) : throw NoSuchState();

    private static RefusalException NoSuchState() => new(
        "state-unknown",
        "An SMS cannot be set to this state; to send it later, queue it and fill in Not before.",
        "پیامک را نمی‌توان به این وضعیت برد؛ برای ارسال در زمانی دیگر، آن را در صف بگذارید و «ارسال از» را پر کنید.");

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
