using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveRolePrivilegesRoleRequest : OrganizationRequest
    {
        public RetrieveRolePrivilegesRoleRequest()
        {
            RequestName = "RetrieveRolePrivilegesRole";
        }

        public Guid RoleId
        {
            get { return Parameters.Contains("RoleId") ? (Guid)Parameters["RoleId"] : default(Guid); }
            set { Parameters["RoleId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveRolePrivilegesRoleResponse : OrganizationResponse
    {
        public RetrieveRolePrivilegesRoleResponse()
        {
            ResponseName = "RetrieveRolePrivilegesRole";
        }

        public RolePrivilege[] RolePrivileges
        {
            get { return Results.Contains("RolePrivileges") ? (RolePrivilege[])Results["RolePrivileges"] : default(RolePrivilege[]); }
        }
    }
}
