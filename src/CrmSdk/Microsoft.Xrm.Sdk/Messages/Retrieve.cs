using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveRequest : OrganizationRequest
    {
        public RetrieveRequest()
        {
            RequestName = "Retrieve";
        }

        public ColumnSet ColumnSet
        {
            get { return Parameters.Contains("ColumnSet") ? (ColumnSet)Parameters["ColumnSet"] : default(ColumnSet); }
            set { Parameters["ColumnSet"] = value; }
        }

        public RelationshipQueryCollection RelatedEntitiesQuery
        {
            get { return Parameters.Contains("RelatedEntitiesQuery") ? (RelationshipQueryCollection)Parameters["RelatedEntitiesQuery"] : default(RelationshipQueryCollection); }
            set { Parameters["RelatedEntitiesQuery"] = value; }
        }

        public bool ReturnNotifications
        {
            get { return Parameters.Contains("ReturnNotifications") ? (bool)Parameters["ReturnNotifications"] : default(bool); }
            set { Parameters["ReturnNotifications"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveResponse : OrganizationResponse
    {
        public RetrieveResponse()
        {
            ResponseName = "Retrieve";
        }

        public Entity Entity
        {
            get { return Results.Contains("Entity") ? (Entity)Results["Entity"] : default(Entity); }
        }

        public object Notifications
        {
            get { return Results.Contains("Notifications") ? (object)Results["Notifications"] : default(object); }
        }
    }
}
