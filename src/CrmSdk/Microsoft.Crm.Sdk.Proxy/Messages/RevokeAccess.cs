using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RevokeAccessRequest : OrganizationRequest
    {
        public RevokeAccessRequest()
        {
            RequestName = "RevokeAccess";
        }

        public EntityReference Revokee
        {
            get { return Parameters.Contains("Revokee") ? (EntityReference)Parameters["Revokee"] : default(EntityReference); }
            set { Parameters["Revokee"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RevokeAccessResponse : OrganizationResponse
    {
        public RevokeAccessResponse()
        {
            ResponseName = "RevokeAccess";
        }
    }
}
