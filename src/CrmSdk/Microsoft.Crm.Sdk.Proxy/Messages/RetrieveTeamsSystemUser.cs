using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveTeamsSystemUserRequest : OrganizationRequest
    {
        public RetrieveTeamsSystemUserRequest()
        {
            RequestName = "RetrieveTeamsSystemUser";
        }

        public ColumnSet ColumnSet
        {
            get { return Parameters.Contains("ColumnSet") ? (ColumnSet)Parameters["ColumnSet"] : default(ColumnSet); }
            set { Parameters["ColumnSet"] = value; }
        }

        public Guid EntityId
        {
            get { return Parameters.Contains("EntityId") ? (Guid)Parameters["EntityId"] : default(Guid); }
            set { Parameters["EntityId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveTeamsSystemUserResponse : OrganizationResponse
    {
        public RetrieveTeamsSystemUserResponse()
        {
            ResponseName = "RetrieveTeamsSystemUser";
        }

        public EntityCollection EntityCollection
        {
            get { return Results.Contains("EntityCollection") ? (EntityCollection)Results["EntityCollection"] : default(EntityCollection); }
        }
    }
}
