using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "PicklistAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class PicklistAttributeMetadata : EnumAttributeMetadata
    {
        public PicklistAttributeMetadata()
            : base(AttributeTypeCode.Picklist, null)
        {
        }

        public PicklistAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Picklist, schemaName)
        {
        }

        [DataMember]
        public List<string> ChildPicklistLogicalNames { get; internal set; }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public string ParentPicklistLogicalName { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }
    }
}
