using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "BooleanAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class BooleanAttributeMetadata : AttributeMetadata
    {
        public BooleanAttributeMetadata()
            : base(AttributeTypeCode.Boolean, null)
        {
        }

        public BooleanAttributeMetadata(BooleanOptionSetMetadata optionSet)
            : base(AttributeTypeCode.Boolean, null)
        {
            OptionSet = optionSet;
        }

        public BooleanAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Boolean, schemaName)
        {
        }

        public BooleanAttributeMetadata(string schemaName, BooleanOptionSetMetadata optionSet)
            : base(AttributeTypeCode.Boolean, schemaName)
        {
            OptionSet = optionSet;
        }

        [DataMember]
        public bool? DefaultValue { get; set; }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public BooleanOptionSetMetadata OptionSet { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }
    }
}
