using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Pipeline;

/// <summary>SetState and Assign as the Update they amount to, so that steps of Update see them.</summary>
internal static class LegacyUpdates
{
    private const int DefaultReason = -1;

    /// <summary>Null for every other message, and for one that lacks a parameter; the operation itself refuses that.</summary>
    public static UpdateRequest? Of(OrganizationRequest request) => request.RequestName switch
    {
        "SetState" or "SetStateDynamicEntity" => OfState(request.Parameters),
        "Assign" => OfOwner(request.Parameters),
        _ => null,
    };

    /// <summary>Carries the Update out and answers as the message itself would.</summary>
    public static OrganizationResponse Answer(OrganizationRequest request, Func<OrganizationResponse> update)
    {
        update();
        return request.RequestName == "Assign" ? new AssignResponse() : new SetStateResponse { ResponseName = request.RequestName };
    }

    private static UpdateRequest? OfState(ParameterCollection parameters)
    {
        if (!parameters.TryGetValue("EntityMoniker", out var moniker) || moniker is not EntityReference { LogicalName: not null } row
            || !parameters.TryGetValue("State", out var state) || state is not OptionSetValue)
        {
            return null;
        }

        var target = new Entity(row.LogicalName, row.Id) { ["statecode"] = state };
        if (parameters.TryGetValue("Status", out var status) && status is OptionSetValue reason && reason.Value != DefaultReason)
        {
            target["statuscode"] = reason;
        }

        return new UpdateRequest { Target = target };
    }

    private static UpdateRequest? OfOwner(ParameterCollection parameters) =>
        parameters.TryGetValue("Target", out var target) && target is EntityReference { LogicalName: not null } row && parameters.TryGetValue("Assignee", out var owner) && owner is EntityReference
            ? new UpdateRequest { Target = new Entity(row.LogicalName, row.Id) { ["ownerid"] = owner } }
            : null;
}
