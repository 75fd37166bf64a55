using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "OptionMetadata", Namespace = Wire.Metadata)]
    [KnownType(typeof(StateOptionMetadata))]
    [KnownType(typeof(StatusOptionMetadata))]
    public class OptionMetadata : MetadataBase
    {
        public OptionMetadata()
        {
        }

        public OptionMetadata(Label label, int? value)
        {
            Label = label;
            Value = value;
        }

        public OptionMetadata(Label label, int? value, IEnumerable<int> parentValues)
        {
            Label = label;
            Value = value;
            ParentValues = parentValues == null ? null : parentValues.ToArray();
        }

        public OptionMetadata(int value)
        {
            Value = value;
        }

        public OptionMetadata(int value, IEnumerable<int> parentValues)
        {
            Value = value;
            ParentValues = parentValues == null ? null : parentValues.ToArray();
        }

        [DataMember]
        public string Color { get; set; }

        [DataMember]
        public Label Description { get; set; }

        [DataMember]
        public string ExternalValue { get; set; }

        [DataMember]
        public bool? IsManaged { get; internal set; }

        [DataMember]
        public Label Label { get; set; }

        [DataMember]
        public int[] ParentValues { get; set; }

        [DataMember]
        public int? Value { get; set; }
    }
}
