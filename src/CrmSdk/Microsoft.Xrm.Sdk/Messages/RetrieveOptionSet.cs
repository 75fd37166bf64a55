using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveOptionSetRequest : OrganizationRequest
    {
        public RetrieveOptionSetRequest()
        {
            RequestName = "RetrieveOptionSet";
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
    public sealed class RetrieveOptionSetResponse : OrganizationResponse
    {
        public RetrieveOptionSetResponse()
        {
            ResponseName = "RetrieveOptionSet";
        }

        public OptionSetMetadataBase OptionSetMetadata
        {
            get { return Results.Contains("OptionSetMetadata") ? (OptionSetMetadataBase)Results["OptionSetMetadata"] : default(OptionSetMetadataBase); }
        }
    }
}
