using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "StringAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class StringAttributeMetadata : AttributeMetadata
    {
        public const int MaxSupportedLength = 4000;

        public const int MinSupportedLength = 1;

        public StringAttributeMetadata()
            : base(AttributeTypeCode.String, null)
        {
        }

        public StringAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.String, schemaName)
        {
        }

        [DataMember]
        public int? DatabaseLength { get; internal set; }

        [DataMember]
        public StringFormat? Format { get; set; }

        [DataMember]
        public StringFormatName FormatName { get; set; }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public ImeMode? ImeMode { get; set; }

        [DataMember]
        public bool? IsLocalizable { get; internal set; }

        [DataMember]
        public int? MaxLength { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }

        [DataMember]
        public string YomiOf { get; set; }
    }
}
