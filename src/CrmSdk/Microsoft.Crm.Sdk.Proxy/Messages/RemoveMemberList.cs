using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveMemberListRequest : OrganizationRequest
    {
        public RemoveMemberListRequest()
        {
            RequestName = "RemoveMemberList";
        }

        public Guid EntityId
        {
            get { return Parameters.Contains("EntityId") ? (Guid)Parameters["EntityId"] : default(Guid); }
            set { Parameters["EntityId"] = value; }
        }

        public Guid ListId
        {
            get { return Parameters.Contains("ListId") ? (Guid)Parameters["ListId"] : default(Guid); }
            set { Parameters["ListId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveMemberListResponse : OrganizationResponse
    {
        public RemoveMemberListResponse()
        {
            ResponseName = "RemoveMemberList";
        }
    }
}
