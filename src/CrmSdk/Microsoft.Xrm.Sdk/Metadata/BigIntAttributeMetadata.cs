using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "BigIntAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class BigIntAttributeMetadata : AttributeMetadata
    {
        public const long MaxSupportedValue = 9223372036854775807;

        public const long MinSupportedValue = -9223372036854775808;

        public BigIntAttributeMetadata()
            : base(AttributeTypeCode.BigInt, null)
        {
        }

        public BigIntAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.BigInt, schemaName)
        {
        }

        [DataMember]
        public long? MaxValue { get; internal set; }

        [DataMember]
        public long? MinValue { get; internal set; }
    }
}
