using CrmEmulator.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations.Information;

/// <summary>FetchXmlToQueryExpression.</summary>
internal sealed class FetchXmlToQueryExpressionOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope) => new FetchXmlToQueryExpressionResponse
    {
        Results = { ["Query"] = QueryExpressionWriter.Write(FetchXmlReader.Read(request.Required<string>("FetchXml"))) },
    };
}

/// <summary>QueryExpressionToFetchXml.</summary>
internal sealed class QueryExpressionToFetchXmlOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope) => new QueryExpressionToFetchXmlResponse
    {
        Results = { ["FetchXml"] = FetchXmlWriter.Write(QueryExpressionReader.Read(request.Required<QueryBase>("Query"))) },
    };
}
