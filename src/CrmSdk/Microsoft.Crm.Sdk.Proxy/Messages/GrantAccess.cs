using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class GrantAccessRequest : OrganizationRequest
    {
        public GrantAccessRequest()
        {
            RequestName = "GrantAccess";
        }

        public PrincipalAccess PrincipalAccess
        {
            get { return Parameters.Contains("PrincipalAccess") ? (PrincipalAccess)Parameters["PrincipalAccess"] : default(PrincipalAccess); }
            set { Parameters["PrincipalAccess"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class GrantAccessResponse : OrganizationResponse
    {
        public GrantAccessResponse()
        {
            ResponseName = "GrantAccess";
        }
    }
}
