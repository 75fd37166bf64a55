using CrmEmulator.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations;

/// <summary>RetrieveMultiple, for every kind of query.</summary>
internal sealed class RetrieveMultipleOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var query = QueryExpressionReader.Read(request.Required<QueryBase>("Query"));
        return new RetrieveMultipleResponse { Results = { ["EntityCollection"] = QueryRunner.Run(scope, query) } };
    }
}
