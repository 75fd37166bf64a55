using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveCurrentOrganizationRequest : OrganizationRequest
    {
        public RetrieveCurrentOrganizationRequest()
        {
            RequestName = "RetrieveCurrentOrganization";
        }

        public EndpointAccessType AccessType
        {
            get { return Parameters.Contains("AccessType") ? (EndpointAccessType)Parameters["AccessType"] : default(EndpointAccessType); }
            set { Parameters["AccessType"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveCurrentOrganizationResponse : OrganizationResponse
    {
        public RetrieveCurrentOrganizationResponse()
        {
            ResponseName = "RetrieveCurrentOrganization";
        }

        public OrganizationDetail Detail
        {
            get { return Results.Contains("Detail") ? (OrganizationDetail)Results["Detail"] : null; }
        }
    }
}
