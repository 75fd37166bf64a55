using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveSharedPrincipalsAndAccessRequest : OrganizationRequest
    {
        public RetrieveSharedPrincipalsAndAccessRequest()
        {
            RequestName = "RetrieveSharedPrincipalsAndAccess";
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveSharedPrincipalsAndAccessResponse : OrganizationResponse
    {
        public RetrieveSharedPrincipalsAndAccessResponse()
        {
            ResponseName = "RetrieveSharedPrincipalsAndAccess";
        }

        public PrincipalAccess[] PrincipalAccesses
        {
            get { return Results.Contains("PrincipalAccesses") ? (PrincipalAccess[])Results["PrincipalAccesses"] : default(PrincipalAccess[]); }
        }
    }
}
