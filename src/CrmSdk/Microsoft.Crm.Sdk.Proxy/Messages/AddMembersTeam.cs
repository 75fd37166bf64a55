using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddMembersTeamRequest : OrganizationRequest
    {
        public AddMembersTeamRequest()
        {
            RequestName = "AddMembersTeam";
        }

        public Guid[] MemberIds
        {
            get { return Parameters.Contains("MemberIds") ? (Guid[])Parameters["MemberIds"] : default(Guid[]); }
            set { Parameters["MemberIds"] = value; }
        }

        public Guid TeamId
        {
            get { return Parameters.Contains("TeamId") ? (Guid)Parameters["TeamId"] : default(Guid); }
            set { Parameters["TeamId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddMembersTeamResponse : OrganizationResponse
    {
        public AddMembersTeamResponse()
        {
            ResponseName = "AddMembersTeam";
        }
    }
}
