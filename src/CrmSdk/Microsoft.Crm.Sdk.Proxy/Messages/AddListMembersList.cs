using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddListMembersListRequest : OrganizationRequest
    {
        public AddListMembersListRequest()
        {
            RequestName = "AddListMembersList";
        }

        public Guid ListId
        {
            get { return Parameters.Contains("ListId") ? (Guid)Parameters["ListId"] : default(Guid); }
            set { Parameters["ListId"] = value; }
        }

        public Guid[] MemberIds
        {
            get { return Parameters.Contains("MemberIds") ? (Guid[])Parameters["MemberIds"] : default(Guid[]); }
            set { Parameters["MemberIds"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddListMembersListResponse : OrganizationResponse
    {
        public AddListMembersListResponse()
        {
            ResponseName = "AddListMembersList";
        }
    }
}
