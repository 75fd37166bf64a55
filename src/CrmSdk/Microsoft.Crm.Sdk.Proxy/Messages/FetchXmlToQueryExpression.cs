using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class FetchXmlToQueryExpressionRequest : OrganizationRequest
    {
        public FetchXmlToQueryExpressionRequest()
        {
            RequestName = "FetchXmlToQueryExpression";
        }

        public string FetchXml
        {
            get { return Parameters.Contains("FetchXml") ? (string)Parameters["FetchXml"] : default(string); }
            set { Parameters["FetchXml"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class FetchXmlToQueryExpressionResponse : OrganizationResponse
    {
        public FetchXmlToQueryExpressionResponse()
        {
            ResponseName = "FetchXmlToQueryExpression";
        }

        public QueryExpression Query
        {
            get { return Results.Contains("Query") ? (QueryExpression)Results["Query"] : default(QueryExpression); }
        }
    }
}
