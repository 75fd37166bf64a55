using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AssignRequest : OrganizationRequest
    {
        public AssignRequest()
        {
            RequestName = "Assign";
        }

        public EntityReference Assignee
        {
            get { return Parameters.Contains("Assignee") ? (EntityReference)Parameters["Assignee"] : default(EntityReference); }
            set { Parameters["Assignee"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AssignResponse : OrganizationResponse
    {
        public AssignResponse()
        {
            ResponseName = "Assign";
        }
    }
}
