using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveMembersTeamRequest : OrganizationRequest
    {
        public RetrieveMembersTeamRequest()
        {
            RequestName = "RetrieveMembersTeam";
        }

        public Guid EntityId
        {
            get { return Parameters.Contains("EntityId") ? (Guid)Parameters["EntityId"] : default(Guid); }
            set { Parameters["EntityId"] = value; }
        }

        public ColumnSet MemberColumnSet
        {
            get { return Parameters.Contains("MemberColumnSet") ? (ColumnSet)Parameters["MemberColumnSet"] : default(ColumnSet); }
            set { Parameters["MemberColumnSet"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveMembersTeamResponse : OrganizationResponse
    {
        public RetrieveMembersTeamResponse()
        {
            ResponseName = "RetrieveMembersTeam";
        }

        public EntityCollection EntityCollection
        {
            get { return Results.Contains("EntityCollection") ? (EntityCollection)Results["EntityCollection"] : default(EntityCollection); }
        }
    }
}
