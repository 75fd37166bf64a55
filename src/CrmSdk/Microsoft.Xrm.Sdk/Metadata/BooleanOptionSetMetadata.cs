using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "BooleanOptionSetMetadata", Namespace = Wire.Metadata)]
    public sealed class BooleanOptionSetMetadata : OptionSetMetadataBase
    {
        public BooleanOptionSetMetadata()
        {
        }

        public BooleanOptionSetMetadata(OptionMetadata trueOption, OptionMetadata falseOption)
        {
            TrueOption = trueOption;
            FalseOption = falseOption;
        }

        [DataMember]
        public OptionMetadata FalseOption { get; set; }

        [DataMember]
        public OptionMetadata TrueOption { get; set; }
    }
}
