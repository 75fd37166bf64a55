using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveAttributeRequest : OrganizationRequest
    {
        public RetrieveAttributeRequest()
        {
            RequestName = "RetrieveAttribute";
        }

        public int ColumnNumber
        {
            get { return Parameters.Contains("ColumnNumber") ? (int)Parameters["ColumnNumber"] : default(int); }
            set { Parameters["ColumnNumber"] = value; }
        }

        public string EntityLogicalName
        {
            get { return Parameters.Contains("EntityLogicalName") ? (string)Parameters["EntityLogicalName"] : default(string); }
            set { Parameters["EntityLogicalName"] = value; }
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
    public sealed class RetrieveAttributeResponse : OrganizationResponse
    {
        public RetrieveAttributeResponse()
        {
            ResponseName = "RetrieveAttribute";
        }

        public AttributeMetadata AttributeMetadata
        {
            get { return Results.Contains("AttributeMetadata") ? (AttributeMetadata)Results["AttributeMetadata"] : default(AttributeMetadata); }
        }
    }
}
