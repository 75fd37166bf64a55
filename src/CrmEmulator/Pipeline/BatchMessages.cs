using System.ServiceModel;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Pipeline;

/// <summary>ExecuteMultiple (each request for itself) and ExecuteTransaction (all or none); only for callers outside.</summary>
internal static class BatchMessages
{
    private const int Limit = 1000;

    public static OrganizationResponse Execute(OrganizationRequest request, CallContext call, MessagePipeline pipeline)
    {
        var requests = request.Parameters.TryGetValue("Requests", out var value) && value is OrganizationRequestCollection given
            ? given
            : throw Fault.Argument("The required parameter 'Requests' is missing.");
        if (requests.Count > Limit)
        {
            throw Fault.Of(FaultCodes.BatchSizeExceeded, $"The request batch size of {requests.Count} exceeds the maximum batch size of {Limit}.");
        }

        if (requests.Any(one => one.RequestName is "ExecuteMultiple" or "ExecuteTransaction"))
        {
            throw Fault.Of(FaultCodes.BatchNesting, $"{request.RequestName} requests cannot contain ExecuteMultiple or ExecuteTransaction requests.");
        }

        return request.RequestName == "ExecuteMultiple" ? Each(request, requests, call, pipeline) : Together(request, requests, call, pipeline);
    }

    private static ExecuteMultipleResponse Each(OrganizationRequest request, OrganizationRequestCollection requests, CallContext call, MessagePipeline pipeline)
    {
        var settings = request.Parameters.TryGetValue("Settings", out var value) && value is ExecuteMultipleSettings given
            ? given
            : throw Fault.Argument("The required parameter 'Settings' is missing.");
        var items = new ExecuteMultipleResponseItemCollection();
        var isFaulted = false;
        for (var index = 0; index < requests.Count; index++)
        {
            try
            {
                var response = pipeline.Execute(requests[index], call);
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

        var result = new ExecuteMultipleResponse();
        result.Results["IsFaulted"] = isFaulted;
        result.Results["Responses"] = items;
        return result;
    }

    private static ExecuteTransactionResponse Together(OrganizationRequest request, OrganizationRequestCollection requests, CallContext call, MessagePipeline pipeline)
    {
        var wanted = request.Parameters.TryGetValue("ReturnResponses", out var value) && value is true;
        var responses = new OrganizationResponseCollection();
        pipeline.InTransaction(call, inside =>
        {
            foreach (var one in requests)
            {
                var response = pipeline.Execute(one, inside);
                if (wanted)
                {
                    responses.Add(response);
                }
            }

            return true;
        });
        var result = new ExecuteTransactionResponse();
        result.Results["Responses"] = responses;
        return result;
    }
}
