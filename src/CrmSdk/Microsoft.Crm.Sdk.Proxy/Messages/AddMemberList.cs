using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddMemberListRequest : OrganizationRequest
    {
        public AddMemberListRequest()
        {
            RequestName = "AddMemberList";
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
    public sealed class AddMemberListResponse : OrganizationResponse
    {
        public AddMemberListResponse()
        {
            ResponseName = "AddMemberList";
        }

        public Guid Id
        {
            get { return Results.Contains("Id") ? (Guid)Results["Id"] : default(Guid); }
        }
    }
}
