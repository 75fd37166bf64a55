using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "OptionSetMetadata", Namespace = Wire.Metadata)]
    public sealed class OptionSetMetadata : OptionSetMetadataBase
    {
        private OptionMetadataCollection options;

        public OptionSetMetadata()
        {
        }

        public OptionSetMetadata(OptionMetadataCollection options)
        {
            Options.AddRange(options);
        }

        [DataMember]
        public OptionMetadataCollection Options
        {
            get { return options ?? (options = new OptionMetadataCollection()); }
            private set { options = value; }
        }

        [DataMember]
        public string ParentOptionSetName { get; set; }
    }
}
