using System.ServiceModel;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.Batches;

/// <summary>ExecuteMultiple: each request for itself; one that fails is undone alone.</summary>
internal sealed class ExecuteMultipleOperation : ICoreOperation
{
    internal const int MaximumRequests = 1000;

    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var requests = Batch.Require(request);
        var settings = request.Required<ExecuteMultipleSettings>("Settings");
        var items = new ExecuteMultipleResponseItemCollection();
        var isFaulted = false;
        for (var index = 0; index < requests.Count; index++)
        {
            try
            {
                using var part = scope.Transaction.Savepoint();
                var response = scope.Pipeline(requests[index]);
                part.Release();
                if (settings.ReturnResponses)
                {
                    items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Response = response });
                }
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                isFaulted = true;
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Fault = fault.Detail });
                if (!settings.ContinueOnError)
                {
                    break;
                }
            }
        }

        return new ExecuteMultipleResponse { Results = { ["Responses"] = items, ["IsFaulted"] = isFaulted } };
    }
}

/// <summary>ExecuteTransaction: all or nothing.</summary>
internal sealed class ExecuteTransactionOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var responses = new OrganizationResponseCollection();
        foreach (var one in Batch.Require(request))
        {
            responses.Add(scope.Pipeline(one));
        }

        return new ExecuteTransactionResponse { Results = { ["Responses"] = responses } };
    }
}

/// <summary>Limits of batches.</summary>
internal static class Batch
{
    public static OrganizationRequestCollection Require(OrganizationRequest request)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        if (requests.Count > ExecuteMultipleOperation.MaximumRequests)
        {
            throw Fault.Of(FaultCodes.BatchSizeExceeded, $"The request batch size of {requests.Count} exceeds the maximum batch size allowed of {ExecuteMultipleOperation.MaximumRequests}.");
        }

        return requests.Any(one => one.RequestName is "ExecuteMultiple" or "ExecuteTransaction")
            ? throw Fault.Of(FaultCodes.BatchNesting, $"{request.RequestName} cannot be called from inside another batch.")
            : requests;
    }
}
