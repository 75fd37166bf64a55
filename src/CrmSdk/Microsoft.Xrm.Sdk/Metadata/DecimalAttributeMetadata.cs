using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "DecimalAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class DecimalAttributeMetadata : AttributeMetadata
    {
        public const int MaxSupportedPrecision = 10;

        public const double MaxSupportedValue = 100000000000;

        public const int MinSupportedPrecision = 0;

        public const double MinSupportedValue = -100000000000;

        public DecimalAttributeMetadata()
            : base(AttributeTypeCode.Decimal, null)
        {
        }

        public DecimalAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Decimal, schemaName)
        {
        }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public ImeMode? ImeMode { get; set; }

        [DataMember]
        public decimal? MaxValue { get; set; }

        [DataMember]
        public decimal? MinValue { get; set; }

        [DataMember]
        public int? Precision { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }
    }
}
