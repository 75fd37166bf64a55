using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "MoneyAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class MoneyAttributeMetadata : AttributeMetadata
    {
        public const int MaxSupportedPrecision = 4;

        public const double MaxSupportedValue = 922337203685477;

        public const int MinSupportedPrecision = 0;

        public const double MinSupportedValue = -922337203685477;

        public MoneyAttributeMetadata()
            : base(AttributeTypeCode.Money, null)
        {
        }

        public MoneyAttributeMetadata(string schemaName)
            : base(AttributeTypeCode.Money, schemaName)
        {
        }

        [DataMember]
        public string CalculationOf { get; set; }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public ImeMode? ImeMode { get; set; }

        [DataMember]
        public bool? IsBaseCurrency { get; internal set; }

        [DataMember]
        public double? MaxValue { get; set; }

        [DataMember]
        public double? MinValue { get; set; }

        [DataMember]
        public int? Precision { get; set; }

        [DataMember]
        public int? PrecisionSource { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }
    }
}
