using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
    public sealed class ExecuteAsyncRequest : OrganizationRequest
    {
        public ExecuteAsyncRequest()
        {
            RequestName = "ExecuteAsync";
        }

        public OrganizationRequest Request
        {
            get { return Parameters.Contains("Request") ? (OrganizationRequest)Parameters["Request"] : default(OrganizationRequest); }
            set { Parameters["Request"] = value; }
        }
    }

    [DataContract(Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
    public sealed class ExecuteAsyncResponse : OrganizationResponse
    {
        public ExecuteAsyncResponse()
        {
            ResponseName = "ExecuteAsync";
        }

        public Guid AsyncJobId
        {
            get { return Results.Contains("AsyncJobId") ? (Guid)Results["AsyncJobId"] : default(Guid); }
        }
    }
}
