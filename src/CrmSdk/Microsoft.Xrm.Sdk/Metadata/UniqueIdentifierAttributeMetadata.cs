using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "UniqueIdentifierAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class UniqueIdentifierAttributeMetadata : AttributeMetadata
    {
        public UniqueIdentifierAttributeMetadata()
            : base(AttributeTypeCode.Uniqueidentifier, null)
        {
        }

        public UniqueIdentifierAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Uniqueidentifier, schemaName)
        {
        }
    }
}
