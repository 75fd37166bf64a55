using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveEntityRequest : OrganizationRequest
    {
        public RetrieveEntityRequest()
        {
            RequestName = "RetrieveEntity";
        }

        public EntityFilters EntityFilters
        {
            get { return Parameters.Contains("EntityFilters") ? (EntityFilters)Parameters["EntityFilters"] : default(EntityFilters); }
            set { Parameters["EntityFilters"] = value; }
        }

        public string LogicalName
        {
            get { return Parameters.Contains("LogicalName") ? (string)Parameters["LogicalName"] : default(string); }
            set { Parameters["LogicalName"] = value; }
        }

        public Guid MetadataId
        {
            get { return Parameters.Contains("MetadataId") ? (Guid)Parameters["MetadataId"] : default(Guid); }
            set { Parameters["MetadataId"] = value; }
        }

        public bool RetrieveAsIfPublished
        {
            get { return Parameters.Contains("RetrieveAsIfPublished") ? (bool)Parameters["RetrieveAsIfPublished"] : default(bool); }
            set { Parameters["RetrieveAsIfPublished"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveEntityResponse : OrganizationResponse
    {
        public RetrieveEntityResponse()
        {
            ResponseName = "RetrieveEntity";
        }

        public EntityMetadata EntityMetadata
        {
            get { return Results.Contains("EntityMetadata") ? (EntityMetadata)Results["EntityMetadata"] : default(EntityMetadata); }
        }
    }
}
