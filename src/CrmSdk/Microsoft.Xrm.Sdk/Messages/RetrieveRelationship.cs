using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveRelationshipRequest : OrganizationRequest
    {
        public RetrieveRelationshipRequest()
        {
            RequestName = "RetrieveRelationship";
        }

        public Guid MetadataId
        {
            get { return Parameters.Contains("MetadataId") ? (Guid)Parameters["MetadataId"] : default(Guid); }
            set { Parameters["MetadataId"] = value; }
        }

        public string Name
        {
            get { return Parameters.Contains("Name") ? (string)Parameters["Name"] : default(string); }
            set { Parameters["Name"] = value; }
        }

        public bool RetrieveAsIfPublished
        {
            get { return Parameters.Contains("RetrieveAsIfPublished") ? (bool)Parameters["RetrieveAsIfPublished"] : default(bool); }
            set { Parameters["RetrieveAsIfPublished"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveRelationshipResponse : OrganizationResponse
    {
        public RetrieveRelationshipResponse()
        {
            ResponseName = "RetrieveRelationship";
        }

        public RelationshipMetadataBase RelationshipMetadata
        {
            get { return Results.Contains("RelationshipMetadata") ? (RelationshipMetadataBase)Results["RelationshipMetadata"] : default(RelationshipMetadataBase); }
        }
    }
}
