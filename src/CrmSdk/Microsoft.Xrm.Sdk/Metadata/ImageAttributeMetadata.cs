using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "ImageAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class ImageAttributeMetadata : AttributeMetadata
    {
        public ImageAttributeMetadata()
            : base(AttributeTypeCode.Virtual, null)
        {
            AttributeTypeName = AttributeTypeDisplayName.ImageType;
        }

        public ImageAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Virtual, schemaName)
        {
            AttributeTypeName = AttributeTypeDisplayName.ImageType;
        }

        [DataMember]
        public bool? IsPrimaryImage { get; set; }

        [DataMember]
        public Int16? MaxHeight { get; internal set; }

        [DataMember]
        public Int16? MaxWidth { get; internal set; }
    }
}
