using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class MergeRequest : OrganizationRequest
    {
        public MergeRequest()
        {
            RequestName = "Merge";
        }

        public bool PerformParentingChecks
        {
            get { return Parameters.Contains("PerformParentingChecks") ? (bool)Parameters["PerformParentingChecks"] : default(bool); }
            set { Parameters["PerformParentingChecks"] = value; }
        }

        public Guid SubordinateId
        {
            get { return Parameters.Contains("SubordinateId") ? (Guid)Parameters["SubordinateId"] : default(Guid); }
            set { Parameters["SubordinateId"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }

        public Entity UpdateContent
        {
            get { return Parameters.Contains("UpdateContent") ? (Entity)Parameters["UpdateContent"] : default(Entity); }
            set { Parameters["UpdateContent"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class MergeResponse : OrganizationResponse
    {
        public MergeResponse()
        {
            ResponseName = "Merge";
        }
    }
}
