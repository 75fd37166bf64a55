using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CopyMembersListRequest : OrganizationRequest
    {
        public CopyMembersListRequest()
        {
            RequestName = "CopyMembersList";
        }

        public Guid SourceListId
        {
            get { return Parameters.Contains("SourceListId") ? (Guid)Parameters["SourceListId"] : default(Guid); }
            set { Parameters["SourceListId"] = value; }
        }

        public Guid TargetListId
        {
            get { return Parameters.Contains("TargetListId") ? (Guid)Parameters["TargetListId"] : default(Guid); }
            set { Parameters["TargetListId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CopyMembersListResponse : OrganizationResponse
    {
        public CopyMembersListResponse()
        {
            ResponseName = "CopyMembersList";
        }
    }
}
