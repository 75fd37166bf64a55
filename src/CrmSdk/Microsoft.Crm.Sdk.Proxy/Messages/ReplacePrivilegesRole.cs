using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ReplacePrivilegesRoleRequest : OrganizationRequest
    {
        public ReplacePrivilegesRoleRequest()
        {
            RequestName = "ReplacePrivilegesRole";
        }

        public RolePrivilege[] Privileges
        {
            get { return Parameters.Contains("Privileges") ? (RolePrivilege[])Parameters["Privileges"] : default(RolePrivilege[]); }
            set { Parameters["Privileges"] = value; }
        }

        public Guid RoleId
        {
            get { return Parameters.Contains("RoleId") ? (Guid)Parameters["RoleId"] : default(Guid); }
            set { Parameters["RoleId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ReplacePrivilegesRoleResponse : OrganizationResponse
    {
        public ReplacePrivilegesRoleResponse()
        {
            ResponseName = "ReplacePrivilegesRole";
        }
    }
}
