using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveTeamPrivilegesRequest : OrganizationRequest
    {
        public RetrieveTeamPrivilegesRequest()
        {
            RequestName = "RetrieveTeamPrivileges";
        }

        public Guid TeamId
        {
            get { return Parameters.Contains("TeamId") ? (Guid)Parameters["TeamId"] : default(Guid); }
            set { Parameters["TeamId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveTeamPrivilegesResponse : OrganizationResponse
    {
        public RetrieveTeamPrivilegesResponse()
        {
            ResponseName = "RetrieveTeamPrivileges";
        }

        public RolePrivilege[] RolePrivileges
        {
            get { return Results.Contains("RolePrivileges") ? (RolePrivilege[])Results["RolePrivileges"] : default(RolePrivilege[]); }
        }
    }
}
