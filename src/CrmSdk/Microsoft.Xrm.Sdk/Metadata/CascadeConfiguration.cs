using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "CascadeConfiguration", Namespace = Wire.Metadata)]
    public sealed class CascadeConfiguration : IExtensibleDataObject
    {
        public CascadeConfiguration()
        {
        }

        [DataMember]
        public CascadeType? Assign { get; set; }

        [DataMember]
        public CascadeType? Delete { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        [DataMember]
        public CascadeType? Merge { get; set; }

        [DataMember]
        public CascadeType? Reparent { get; set; }

        [DataMember]
        public CascadeType? RollupView { get; set; }

        [DataMember]
        public CascadeType? Share { get; set; }

        [DataMember]
        public CascadeType? Unshare { get; set; }
    }
}
