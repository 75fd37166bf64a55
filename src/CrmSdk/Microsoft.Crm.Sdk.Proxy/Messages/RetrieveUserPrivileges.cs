using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveUserPrivilegesRequest : OrganizationRequest
    {
        public RetrieveUserPrivilegesRequest()
        {
            RequestName = "RetrieveUserPrivileges";
        }

        public Guid UserId
        {
            get { return Parameters.Contains("UserId") ? (Guid)Parameters["UserId"] : default(Guid); }
            set { Parameters["UserId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveUserPrivilegesResponse : OrganizationResponse
    {
        public RetrieveUserPrivilegesResponse()
        {
            ResponseName = "RetrieveUserPrivileges";
        }

        public RolePrivilege[] RolePrivileges
        {
            get { return Results.Contains("RolePrivileges") ? (RolePrivilege[])Results["RolePrivileges"] : default(RolePrivilege[]); }
        }
    }
}
