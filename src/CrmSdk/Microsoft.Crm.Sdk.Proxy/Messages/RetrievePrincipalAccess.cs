using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrievePrincipalAccessRequest : OrganizationRequest
    {
        public RetrievePrincipalAccessRequest()
        {
            RequestName = "RetrievePrincipalAccess";
        }

        public EntityReference Principal
        {
            get { return Parameters.Contains("Principal") ? (EntityReference)Parameters["Principal"] : default(EntityReference); }
            set { Parameters["Principal"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrievePrincipalAccessResponse : OrganizationResponse
    {
        public RetrievePrincipalAccessResponse()
        {
            ResponseName = "RetrievePrincipalAccess";
        }

        public AccessRights AccessRights
        {
            get { return Results.Contains("AccessRights") ? (AccessRights)Results["AccessRights"] : default(AccessRights); }
        }
    }
}
