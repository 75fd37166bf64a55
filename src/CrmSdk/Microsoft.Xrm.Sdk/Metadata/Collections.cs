using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [CollectionDataContract(Name = "OptionMetadataCollection", Namespace = Wire.Metadata)]
    public sealed class OptionMetadataCollection : DataCollection<OptionMetadata>
    {
        public OptionMetadataCollection()
        {
        }

        public OptionMetadataCollection(IList<OptionMetadata> list)
            : base(list)
        {
        }
    }
}
