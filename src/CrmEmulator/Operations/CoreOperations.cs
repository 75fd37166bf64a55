using System.Collections.Frozen;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations;

/// <summary>Stage 30: what the platform itself does for each message.</summary>
public static class CoreOperations
{
    private static readonly FrozenDictionary<string, ICoreOperation> Operations = OperationTable.All.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Reading = OperationTable.Reading.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The messages the organisation knows.</summary>
    public static IEnumerable<string> Messages => Operations.Keys;

    /// <summary>True for messages that change nothing, so that a reading transaction will do.</summary>
    public static bool IsReading(string message) => Reading.Contains(message);

    public static bool Knows(string message) => Operations.ContainsKey(message);

    /// <summary>Carries the message out within the scope's transaction.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">With <see cref="OrganizationServiceFault"/>, as Dynamics would refuse.</exception>
    public static OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        if (string.IsNullOrEmpty(request.RequestName) || !Operations.TryGetValue(request.RequestName, out var operation))
        {
            throw Fault.Of(FaultCodes.UnknownMessage, $"Request not supported: '{request.RequestName}' is no message of this organisation.");
        }

        if (!scope.IsSystem && scope.Access.IsDisabled)
        {
            throw Fault.Of(FaultCodes.UserDisabled, $"The specified user(Id = {scope.CallerId:D}) is disabled. Consider enabling this user.");
        }

        var response = operation.Execute(request, scope);
        response.ResponseName ??= request.RequestName;
        return response;
    }

    /// <summary>The row as it stands inside the transaction, for images; null when there is none. No privileges are asked for.</summary>
    public static Entity? Snapshot(string entityName, Guid id, ColumnSet columns, OperationScope scope) =>
        RetrieveOperation.Read(scope.Catalog.Table(entityName), id, columns, scope);
}
