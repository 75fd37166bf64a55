using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "LookupAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class LookupAttributeMetadata : AttributeMetadata
    {
        public LookupAttributeMetadata()
            : base(AttributeTypeCode.Lookup, null)
        {
        }

        public LookupAttributeMetadata(LookupFormat? format)
            : base(AttributeTypeCode.Lookup, null)
        {
            Format = format;
        }

        [DataMember]
        public LookupFormat? Format { get; set; }

        [DataMember]
        public string[] Targets { get; set; }
    }
}
