using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class QueryExpressionToFetchXmlRequest : OrganizationRequest
    {
        public QueryExpressionToFetchXmlRequest()
        {
            RequestName = "QueryExpressionToFetchXml";
        }

        public QueryBase Query
        {
            get { return Parameters.Contains("Query") ? (QueryBase)Parameters["Query"] : default(QueryBase); }
            set { Parameters["Query"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class QueryExpressionToFetchXmlResponse : OrganizationResponse
    {
        public QueryExpressionToFetchXmlResponse()
        {
            ResponseName = "QueryExpressionToFetchXml";
        }

        public string FetchXml
        {
            get { return Results.Contains("FetchXml") ? (string)Results["FetchXml"] : default(string); }
        }
    }
}
