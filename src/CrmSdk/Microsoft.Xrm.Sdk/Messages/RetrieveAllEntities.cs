using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveAllEntitiesRequest : OrganizationRequest
    {
        public RetrieveAllEntitiesRequest()
        {
            RequestName = "RetrieveAllEntities";
        }

        public EntityFilters EntityFilters
        {
            get { return Parameters.Contains("EntityFilters") ? (EntityFilters)Parameters["EntityFilters"] : default(EntityFilters); }
            set { Parameters["EntityFilters"] = value; }
        }

        public bool RetrieveAsIfPublished
        {
            get { return Parameters.Contains("RetrieveAsIfPublished") ? (bool)Parameters["RetrieveAsIfPublished"] : default(bool); }
            set { Parameters["RetrieveAsIfPublished"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveAllEntitiesResponse : OrganizationResponse
    {
        public RetrieveAllEntitiesResponse()
        {
            ResponseName = "RetrieveAllEntities";
        }

        public EntityMetadata[] EntityMetadata
        {
            get { return Results.Contains("EntityMetadata") ? (EntityMetadata[])Results["EntityMetadata"] : default(EntityMetadata[]); }
        }

        public string Timestamp
        {
            get { return Results.Contains("Timestamp") ? (string)Results["Timestamp"] : default(string); }
        }
    }
}
