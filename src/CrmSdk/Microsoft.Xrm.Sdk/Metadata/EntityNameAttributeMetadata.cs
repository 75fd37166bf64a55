using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "EntityNameAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class EntityNameAttributeMetadata : EnumAttributeMetadata
    {
        public EntityNameAttributeMetadata()
            : base(AttributeTypeCode.EntityName, null)
        {
        }

        public EntityNameAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.EntityName, schemaName)
        {
        }

        [DataMember]
        public bool IsEntityReferenceStored { get; internal set; }
    }
}
