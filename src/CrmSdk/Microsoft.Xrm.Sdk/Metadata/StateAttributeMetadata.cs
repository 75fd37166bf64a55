using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "StateAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class StateAttributeMetadata : EnumAttributeMetadata
    {
        public StateAttributeMetadata()
            : base(AttributeTypeCode.State, null)
        {
        }
    }
}
